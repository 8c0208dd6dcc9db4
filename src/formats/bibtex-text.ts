import { decodeEntities } from '../text/entities.ts'
import { collapse } from '../text/space.ts'
import { accented, accentOf } from './bibtex-accents.ts'
import {
  declared,
  dropped,
  quotesOf,
  signOf,
  spaced,
  tagOf,
  transparent,
} from './bibtex-commands.ts'
import { type Formulas, readFormula } from './bibtex-formula.ts'

/** A group that is being read: its text so far, accents that wait for their letter, and what it comes to. */
interface Group {
  text: string
  accents: string
  /** Tags that declarations in it opened, to be closed at its end. */
  closing: string
  end?: (text: string) => string
  /** A script written in mathematics, which ends with `}}$`. */
  isScript?: boolean
}

/** A letter with its accents is a few characters; longer arguments are none. */
const longestAccented = 20

const token = /[^\\{}$~]+|\\([A-Za-z]+)[ \t]*|\\[\s\S]|[{}$~]/y
const script = /\$([_^])\{\\text(?:rm)?\{/y
const scriptAgain = /([_^])\{\\text(?:rm)?\{/y

/**
 * What the value of a BibTeX field says, on one line: LaTeX's accents, signs and ligatures as Unicode, its italics,
 * capitals and scripts as CSL's inline markup, the braces that keep a style from changing letters taken off.
 *
 * Formulas that our writer leaves as they are stay between dollar signs, or become text where `formulas` says so
 * and a line can show them. A command that nobody knows stays as it is written: it may be meant.
 */
export function lineOfTex(tex: string, formulas: Formulas = 'keep'): string {
  return collapse(isPlain(tex) ? tex : new TexText(tex, formulas).read())
}

/** The same with a blank line between paragraphs, which `\par` parts as well. */
export function paragraphsOfTex(tex: string, formulas: Formulas = 'keep'): string {
  return (isPlain(tex) ? tex : new TexText(tex, formulas).read())
    .split(/\n[^\S\n]*\n/)
    .map(collapse)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Most values are plain text. */
function isPlain(tex: string): boolean {
  return !/[\\{}$~&]|--|``|''/.test(tex)
}

/** Reads TeX that stands in text, in one pass and without recursion. */
class TexText {
  readonly #tex: string
  readonly #formulas: Formulas
  #at = 0
  #group: Group = { text: '', accents: '', closing: '' }
  readonly #outer: Group[] = []
  readonly #missing = new Set<string>()

  constructor(tex: string, formulas: Formulas) {
    this.#tex = tex
    this.#formulas = formulas
  }

  read(): string {
    while (this.#at < this.#tex.length) {
      if (this.#tex.charCodeAt(this.#at) === 0x24) {
        this.#mathematics()
        continue
      }
      token.lastIndex = this.#at
      const found = token.exec(this.#tex)
      // A backslash at the very end.
      if (!found) break
      this.#at = token.lastIndex
      const [whole, command] = found
      if (command !== undefined) this.#command(command, whole)
      else if (whole === '{') this.#open()
      else if (whole === '}') this.#close()
      else if (whole === '~') this.#emit(' ')
      else if (whole.startsWith('\\')) this.#sign(whole.slice(1))
      else this.#emit(plainRun(whole))
    }
    while (this.#outer.length > 0) this.#close()
    return this.#ended()
  }

  #emit(text: string): void {
    const group = this.#group
    if (group.accents === '') {
      group.text += text
      return
    }
    const letters = text.trimStart()
    if (letters === '') return
    group.text += accented(letters, group.accents)
    group.accents = ''
  }

  #open(end?: (text: string) => string): void {
    const { accents } = this.#group
    this.#group.accents = ''
    this.#outer.push(this.#group)
    this.#group = { text: '', accents: '', closing: '' }
    if (accents !== '')
      this.#group.end = (text) => (text.length > longestAccented ? text : accented(text, accents))
    else if (end) this.#group.end = end
  }

  #close(): void {
    const outer = this.#outer.pop()
    // TeX's braces and BibTeX's need not balance alike.
    if (!outer) {
      this.#emit('}')
      return
    }
    const { isScript } = this.#group
    const text = this.#ended()
    this.#group = outer
    outer.text += text
    if (isScript) this.#afterScript()
  }

  /** What the group comes to. */
  #ended(): string {
    const { text, accents, closing, end } = this.#group
    const whole = `${text}${accents === '' ? '' : accented('', accents)}${closing}`
    return end ? end(whole) : whole
  }

  #sign(sign: string): void {
    const accent = accentOf.get(sign)
    if (accent !== undefined) this.#group.accents = accent + this.#group.accents
    else if (sign === '(' || sign === '[') this.#delimited(sign === '(' ? '\\)' : '\\]')
    else if (/[\s,;:>\\]/.test(sign)) this.#emit(' ')
    else if (!/[-!/@)\]]/.test(sign)) this.#emit(sign)
  }

  #command(name: string, whole: string): void {
    const accent = accentOf.get(name)
    const tag = tagOf.get(name)
    const quotes = quotesOf.get(name)
    const shape = declared.get(name)
    const sign = signOf.get(name)
    if (accent !== undefined) this.#group.accents = accent + this.#group.accents
    else if (tag !== undefined) this.#argument((text) => `<${tag}>${text}</${tag}>`)
    else if (quotes) this.#argument((text) => `${quotes[0]}${text}${quotes[1]}`)
    else if (shape !== undefined) {
      this.#emit(`<${shape}>`)
      this.#group.closing = `</${shape}>${this.#group.closing}`
    } else if (sign !== undefined) {
      if (this.#tex.startsWith('{}', this.#at)) this.#at += 2
      this.#emit(sign)
    } else if (name === 'url' || name === 'nolinkurl' || name === 'path') this.#address()
    else if (name === 'ensuremath') this.#argument((tex) => readFormula(tex, 'text'))
    else if (name === 'par') this.#emit('\n\n')
    else if (spaced.has(name)) this.#emit(' ')
    else if (dropped.has(name)) this.#argument(() => '')
    else if (!transparent.has(name)) {
      this.#emit(whole)
      this.#argument((text) => `{${text}}`)
    }
  }

  /** The group that follows, or nothing where none does. */
  #argument(end: (text: string) => string): void {
    if (this.#tex[this.#at] !== '{') return
    this.#at++
    this.#open(end)
  }

  /** An address is verbatim: its `~`, `%` and `_` are meant. */
  #address(): void {
    const end = this.#tex[this.#at] === '{' ? this.#tex.indexOf('}', this.#at) : -1
    if (end < 0) return
    this.#emit(this.#tex.slice(this.#at + 1, end).replace(/\\(?=[%#&_~{$])/g, ''))
    this.#at = end + 1
  }

  #mathematics(): void {
    script.lastIndex = this.#at
    const scripted = script.exec(this.#tex)
    if (scripted) {
      this.#openScript(scripted[1], script.lastIndex)
      return
    }
    const isDisplay = this.#tex.startsWith('$$', this.#at)
    const start = this.#at + (isDisplay ? 2 : 1)
    const end = endOfFormula(this.#tex, start)
    const source = this.#tex.slice(start, Math.max(end, start))
    const after = end + (isDisplay && this.#tex[end + 1] === '$' ? 2 : 1)
    const text =
      end > start ? readFormula(source, this.#formulas, this.#tex.charAt(after)) : undefined
    this.#at = text === undefined ? this.#at + 1 : after
    this.#emit(text ?? '$')
  }

  #delimited(end: string): void {
    const at = this.#missing.has(end) ? -1 : this.#tex.indexOf(end, this.#at)
    // One that is missing here is missing further on as well.
    if (at < 0) this.#missing.add(end)
    else {
      this.#emit(readFormula(this.#tex.slice(this.#at, at), this.#formulas))
      this.#at = at + 2
    }
  }

  #openScript(sign: string | undefined, at: number): void {
    const tag = sign === '_' ? 'sub' : 'sup'
    this.#at = at
    this.#open((text) => `<${tag}>${text}</${tag}>`)
    this.#group.isScript = true
  }

  #afterScript(): void {
    if (this.#tex[this.#at] === '}') this.#at++
    scriptAgain.lastIndex = this.#at
    const again = scriptAgain.exec(this.#tex)
    if (again) this.#openScript(again[1], scriptAgain.lastIndex)
    else if (this.#tex[this.#at] === '$') this.#at++
  }
}

function plainRun(run: string): string {
  const text = run.includes('&') ? decodeEntities(run) : run
  if (!/--|``|''/.test(text)) return text
  return text
    .replace(/-{2,}/g, (dashes) => ['–', '—'][dashes.length - 2] ?? dashes)
    .replaceAll('``', '“')
    .replaceAll("''", '”')
}

function endOfFormula(tex: string, from: number): number {
  for (let at = from; at < tex.length; at++) {
    const code = tex.charCodeAt(at)
    if (code === 0x24) return at
    if (code === 0x5c) at++
  }
  return -1
}
