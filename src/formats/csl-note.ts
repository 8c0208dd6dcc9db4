import { cleanArxiv, cleanPmcid, cleanPmid } from '../item/identifier.ts'

/** What a note of CSL's `note` holds: Zotero writes its field Extra there, with variables as `PMID: 123`. */
export interface ReadNote {
  note?: string
  citationKey?: string
  PMID?: string
  PMCID?: string
  /** An arXiv id without version. */
  arxiv?: string
}

/** A note without the lines that are variables; those that we know are read. */
export function readNote(text: string): ReadNote {
  const read: ReadNote = {}
  const rest: string[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Za-z][A-Za-z -]{2,20}):\s*(\S.*)$/.exec(line) ?? []
    if (!name || !value || !readLine(read, name.toLowerCase(), value)) rest.push(line)
  }
  const note = rest.join('\n').trim()
  if (note !== '') read.note = note
  return read
}

/** True where the line is a variable's. */
function readLine(read: ReadNote, name: string, value: string): boolean {
  switch (name) {
    case 'pmid': {
      const id = cleanPmid(value)
      if (id !== undefined) read.PMID = id
      return id !== undefined
    }
    case 'pmcid': {
      const id = cleanPmcid(value)
      if (id !== undefined) read.PMCID = id
      return id !== undefined
    }
    case 'arxiv': {
      const found = cleanArxiv(`arXiv:${value}`)
      if (found) read.arxiv = found.id
      return found !== undefined
    }
    case 'citation key':
      read.citationKey = value.trim()
      return true
    default:
      return false
  }
}
