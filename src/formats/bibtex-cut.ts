/** A place at which TeX is cut, outside all braces: how long it is there, or nothing where it is none. */
type Cut = (tex: string, at: number) => number

/** TeX cut where `cut` says so; what stands in braces is whole, and braces count behind a backslash too. */
function cutOutside(tex: string, cut: Cut): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < tex.length; at++) {
    const code = tex.charCodeAt(at)
    if (code === 0x7b) depth++
    else if (code === 0x7d) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      const length = cut(tex, at)
      if (length === 0) continue
      parts.push(tex.slice(start, at))
      at += length - 1
      start = at + 1
    }
  }
  parts.push(tex.slice(start))
  return parts
}

/** Cut at one character, a comma or a semicolon. */
export function cutAt(tex: string, character: string): string[] {
  return tex.includes(character)
    ? cutOutside(tex, (text, at) => (text.startsWith(character, at) ? 1 : 0))
    : [tex]
}

/** Cut at white space and at `~`, empty words left out; a command and the space behind it belong to its word. */
export function cutWords(tex: string): string[] {
  return cutOutside(tex, (text, at) =>
    /[\s~]/.test(text.charAt(at)) && text[at - 1] !== '\\' ? 1 : 0,
  )
    .filter((word) => word !== '')
    .reduce<string[]>((words, word) => {
      const last = words.at(-1)
      // `\v Capek`, `\o ster`
      if (last !== undefined && /\\[A-Za-z]+$/.test(last))
        words[words.length - 1] = `${last} ${word}`
      else words.push(word)
      return words
    }, [])
}

const and = /\s+and(?=\s)/iy

/** Cut at the word `and`, as lists of names are. */
export function cutAtAnd(tex: string): string[] {
  // A run of white space is looked at once, at its beginning.
  return cutOutside(` ${tex} `, (text, at) => {
    if (!/\s/.test(text.charAt(at)) || (at > 0 && /\s/.test(text.charAt(at - 1)))) return 0
    and.lastIndex = at
    return and.test(text) ? and.lastIndex - at : 0
  })
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
