/** An entry as `readStrictBibtex` finds it; values keep their spelling, without the outer braces. */
export interface StrictEntry {
  type: string
  key: string
  fields: Map<string, string>
}

/**
 * A BibTeX reader for tests that forgives nothing: entries in braces, unique keys of safe characters, each
 * field once, values in balanced braces (a brace counts behind a backslash too, as it does for BibTeX) or a
 * month's macro, white space and nothing else between. Throws where the text is anything else.
 */
export function readStrictBibtex(text: string): StrictEntry[] {
  const entries: StrictEntry[] = []
  const keys = new Set<string>()
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(text)
    if (!found)
      throw new Error(`expected ${pattern} at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`)
    at = sticky.lastIndex
    return found
  }
  const braced = (): string => {
    const start = at
    let depth = 0
    for (; at < text.length; at++) {
      if (text[at] === '{') depth++
      else if (text[at] === '}' && --depth === 0) return text.slice(start + 1, at++)
    }
    throw new Error(`a brace is never closed: ${JSON.stringify(text.slice(start, start + 60))}`)
  }
  while (take(/\s*/) && at < text.length) {
    const [, type = '', key = ''] = take(/@([a-z]+)\{([^\s"#%'(),<=>\\^{|}~]+),\s*/)
    if (keys.has(key.toLowerCase())) throw new Error(`the key ${key} is there twice`)
    keys.add(key.toLowerCase())
    const fields = new Map<string, string>()
    while (text[at] !== '}') {
      const [, name = ''] = take(/([a-z]+) = /)
      if (fields.has(name)) throw new Error(`${key} has ${name} twice`)
      fields.set(name, text[at] === '{' ? braced() : take(/[a-z]{3}/)[0])
      take(/(?:,\s*(?=[a-z])|\s*(?=\}))/)
    }
    at++
    entries.push({ type, key, fields })
  }
  return entries
}

/** True where the braces that TeX sees (those without a backslash) balance as well. */
export function texBracesBalance(value: string): boolean {
  let depth = 0
  for (const token of value.match(/\\[\s\S]|[{}]/g) ?? []) {
    if (token === '{') depth++
    else if (token === '}' && --depth < 0) return false
  }
  return depth === 0
}
