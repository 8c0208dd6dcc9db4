/** A stretch of a .bib file that begins with `@word{` or `@word(`; `line` counts from 1. */
export interface BibtexBlock {
  line: number
  /** The word, in small letters: `article`, `string`, `comment`. */
  type: string
  /** As it stands in the file, from its `@` on; cut at 1,000,000 characters. */
  text: string
  /** What stands inside its brackets, without them; undefined where the block does not end as it should. */
  inside?: string
  /** Where in `text` the inside begins. */
  from: number
  /** Why there is no inside. */
  trouble?: 'not-closed' | 'closed-early' | 'too-long'
}

/** A longer entry is a file in which a brace was lost. */
const longest = 1_000_000

/** Entries met inside an open one are followed so far before they prove that a brace is missing. */
const mostNested = 3
const furthestNested = 50_000

/** So much of a line before an `@` is looked at. */
const longestLine = 1000

const start = /@\s{0,40}([A-Za-z][\w-]{0,40})\s{0,40}([{(])/y
const startToBe = /^@\s{0,40}(?:[A-Za-z][\w-]{0,40})?\s{0,40}$/
const entryAtLine = /[ \t]{0,20}@[A-Za-z]{1,40}[ \t]{0,20}[{(]/y

/** What goes on as a field after an entry has come to its end: a brace too many closed it. */
const goesOn = /[\s,}]{0,60}[A-Za-z][\w-]{0,40}\s{0,20}=\s{0,20}(?:["{]|\w+\s*[,}\n])/y
const enoughBehind = 250

/** Finds the blocks of a .bib file; `bibtexBlocks` says by what rules. */
export class BlockScanner {
  #text = ''
  #at = 0
  #line = 1
  #isLast = false
  /** The open block, its first line in the text, and what was met in it. */
  #open: { type: string; from: number; start: number; round: boolean } | undefined
  #depth = 0
  #inQuotes = false
  /** Behind a `%`, up to the end of the line. */
  #inComment = false
  #nested: { at: number; depth: number; isOpen: boolean }[] = []

  #wait(at: number): undefined {
    this.#at = at
  }

  *feed(piece: string, isLast: boolean): Generator<BibtexBlock> {
    this.#forget(this.#open?.start ?? this.#at)
    this.#text += piece
    this.#isLast = isLast
    for (;;) {
      const block = this.#open ? this.#inside(this.#open) : this.#between()
      if (block === undefined) return
      if (block) yield block
    }
  }

  /** Looks for the next block; undefined where more text is needed. */
  #between(): null | undefined {
    for (let from = this.#at; ; ) {
      if (this.#inComment) {
        const end = this.#text.indexOf('\n', from)
        this.#at = end < 0 ? this.#text.length : end
        if (end < 0) return undefined
        this.#inComment = false
        from = end
      }
      const at = this.#text.indexOf('@', from)
      if (at < 0) return this.#keepLine(this.#text.length)
      start.lastIndex = at
      const found = start.exec(this.#text)
      if (found) {
        const before = this.#text
          .slice(Math.max(this.#at, at - longestLine), at)
          .replace(/^.*\n/s, '')
        this.#inComment = before.includes('%')
        if (!/%|[\p{L}\p{N}._]$/u.test(before)) {
          this.#begin(at, found[1] ?? '', start.lastIndex, found[2] === '(')
          return null
        }
      } else if (!this.#isLast && startToBe.test(this.#text.slice(at, at + 130)))
        return this.#keepLine(at)
      from = at + 1
    }
  }

  /** Waits for more text; of the line that a place is in, what stands before it is still needed. */
  #keepLine(at: number): undefined {
    const line = this.#text.lastIndexOf('\n', at - 1) + 1
    this.#at = Math.max(this.#at, line, at - longestLine)
  }

  #begin(at: number, type: string, from: number, round: boolean): void {
    this.#open = { type: type.toLowerCase(), from, start: at, round }
    this.#at = from
    this.#depth = 0
    this.#inQuotes = false
    this.#nested = []
  }

  /** Goes on in the open block, up to its end. */
  #inside(open: { from: number; start: number; round: boolean }): BibtexBlock | undefined {
    const marks = open.round ? /[{}()"\n]/g : /[{}\n]/g
    for (marks.lastIndex = this.#at; ; ) {
      const mark = marks.exec(this.#text)
      if (!mark || mark.index - open.start > longest) break
      const at = mark.index
      switch (mark[0]) {
        case '\n':
          // Whether an entry begins here is seen a line further on.
          if (!this.#isLast && this.#text.length - at < enoughBehind) return this.#wait(at)
          if (this.#meetsEntry(at + 1)) return this.#broken(this.#nested[0]?.at, 'not-closed')
          break
        case '{':
          this.#depth++
          break
        case '"':
          if (this.#depth === 0) this.#inQuotes = !this.#inQuotes
          break
        case ')':
          if (this.#depth > 0 || this.#inQuotes) break
          if (!this.#seesBehind(at)) return this.#wait(at)
          return this.#end(at)
        case '}': {
          if (this.#depth === 0) {
            if (!this.#seesBehind(at)) return this.#wait(at)
            return open.round ? this.#endEarly(at) : this.#end(at)
          }
          // A nested entry that goes on after its end shows that a brace of the outer one is missing.
          const nested = this.#nested.find((each) => each.isOpen && each.depth === this.#depth - 1)
          if (nested && !this.#seesBehind(at)) return this.#wait(at)
          this.#depth--
          if (nested) nested.isOpen = false
          if (nested && this.#goesOn(at + 1)) return this.#broken(nested.at, 'not-closed')
        }
      }
      this.#at = at + 1
    }
    this.#at = this.#text.length
    if (this.#text.length - open.start > longest)
      return this.#broken(this.#nested[0]?.at, 'too-long')
    return this.#isLast ? this.#broken(this.#nested[0]?.at, 'not-closed') : undefined
  }

  #seesBehind(at: number): boolean {
    return this.#isLast || this.#text.length - at > enoughBehind
  }

  #goesOn(at: number): boolean {
    goesOn.lastIndex = at
    return goesOn.test(this.#text)
  }

  /** Notes an entry that begins a line of the open block; true where it shows that a bracket is missing. */
  #meetsEntry(at: number): boolean {
    entryAtLine.lastIndex = at
    const isEntry = entryAtLine.test(this.#text)
    if (isEntry) this.#nested.push({ at, depth: this.#depth, isOpen: true })
    const first = this.#nested[0]
    if (first === undefined) return false
    // Outside a value there can be no other entry.
    const isStray = isEntry && this.#depth === 0 && !this.#inQuotes
    if (at - first.at > furthestNested) return true
    // People put whole entries into a comment to be rid of them.
    return this.#open?.type !== 'comment' && (isStray || this.#nested.length > mostNested)
  }

  #end(at: number): BibtexBlock | undefined {
    if (this.#goesOn(at + 1)) return this.#endEarly(at)
    const open = this.#taken()
    const text = this.#text.slice(open.start, at + 1)
    const inside = this.#text.slice(open.from, at)
    return this.#block(open, text, at + 1, { inside })
  }

  /** The rest of an entry that was closed too early goes with it, once it is here. */
  #endEarly(at: number): BibtexBlock | undefined {
    const next = this.#nextEntry(at + 1)
    const isHere = this.#isLast || next < this.#text.length
    if (!isHere && this.#text.length - at < furthestNested) return this.#wait(at)
    return this.#broken(next, 'closed-early')
  }

  /** What is left of the block goes to the next line with an entry, as far as the text is here. */
  #broken(next: number | undefined, trouble: NonNullable<BibtexBlock['trouble']>): BibtexBlock {
    const end = next ?? this.#nextEntry(this.#at)
    const open = this.#taken()
    return this.#block(
      open,
      this.#text.slice(open.start, Math.min(end, open.start + longest)),
      end,
      {
        trouble,
      },
    )
  }

  #nextEntry(from: number): number {
    for (let at = this.#text.indexOf('\n', from); at >= 0; at = this.#text.indexOf('\n', at + 1)) {
      entryAtLine.lastIndex = at + 1
      if (entryAtLine.test(this.#text)) return at + 1
    }
    return this.#text.length
  }

  #taken(): { type: string; from: number; start: number } {
    const open = this.#open
    if (!open) throw new Error('no block is open')
    this.#open = undefined
    return open
  }

  #block(
    open: { type: string; from: number; start: number },
    text: string,
    end: number,
    rest: Pick<BibtexBlock, 'inside' | 'trouble'>,
  ): BibtexBlock {
    this.#forget(open.start)
    const block = { line: this.#line, type: open.type, text, from: open.from - open.start, ...rest }
    this.#at = end - open.start
    return block
  }

  /** Lets go of the text before a place, whose lines are counted. */
  #forget(done: number): void {
    for (
      let at = this.#text.indexOf('\n');
      at >= 0 && at < done;
      at = this.#text.indexOf('\n', at + 1)
    )
      this.#line += 1
    this.#text = this.#text.slice(done)
    this.#at -= done
    if (this.#open) this.#open = { ...this.#open, start: 0, from: this.#open.from - done }
    for (const nested of this.#nested) nested.at -= done
  }
}
