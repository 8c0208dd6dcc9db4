import { identifiersOf } from '../item/identifier.ts'
import type { NewRecord, ReaderFields } from '../item/record.ts'
import { tellingIdentifiers } from './holders.ts'
import { identifiedId, isRecordId, strongestFirst } from './identity.ts'

/** A paper of somebody's file of references, with what a reader added to it there. */
export interface FilePaper extends NewRecord, ReaderFields {
  /** Its record's id, where the file is one of ours. */
  id?: string
  citationKey?: string
  /** ISO 8601, UTC; where absent it is saved now. */
  savedAt?: string
}

/** A paper of a file, ready to be looked for in the library. */
export interface IncomingPaper {
  paper: FilePaper
  /** Those by which it is known to be one with another paper, the strongest first; an address is not enough. */
  telling: string[]
  /** The ids under which it may stand, or comes to stand, the first that is free or its own. */
  ids: string[]
  /** True where only an address says which paper this is: one address may be that of many. */
  isVague: boolean
}

/** Looks at a paper before a transaction opens, since a digest is not IndexedDB's to wait for. */
export async function readFilePaper(paper: FilePaper): Promise<IncomingPaper> {
  const { id, item, identifiers, source } = paper
  const all = strongestFirst([...identifiers, ...identifiersOf(item, source.url)])
  const telling = tellingIdentifiers(all)
  const own = isRecordId(id) ? [id] : []
  const identified = await identifiedId(all)
  // Without an identifier the same words are the same paper: the file again brings nothing twice.
  const worded = telling.length === 0 ? [await wordedId(JSON.stringify(item))] : []
  const ids = [...own, ...(identified === undefined ? [] : [identified]), ...worded]
  return { paper, telling, ids, isVague: own.length === 0 && telling.length === 0 }
}

/** The id of a paper that only its words tell: `u:` and 26 letters of their SHA-256, the same on every device. */
async function wordedId(words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words))
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const [first = 0, ...more] = new Uint8Array(digest).slice(0, 26)
  return `u:${first % 8}${more.map((byte) => letters.charAt(byte % 32)).join('')}`
}
