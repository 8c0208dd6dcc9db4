// What bench-library.mjs runs inside a page: a library of invented papers, what is asked of it, and the floors beside it.
import { toRecord, toStored } from '../../src/library/document.ts'
import { type Library, openLibrary } from '../../src/library/library.ts'
import { rowFor } from '../../src/library/row.ts'
import { databaseVersion, upgrade } from '../../src/library/schema.ts'
import {
  inventedPaper,
  inventedRecord,
  random,
  type Vocabulary,
  vocabulary,
} from './invented-library.ts'

const seed = 1
let words: Vocabulary | undefined
let open: Library | undefined

/** The page's library, opened when it is first asked for. */
export function library(): Library {
  open ??= openLibrary({ now: () => Date.now() })
  return open
}

/** Closes the library, as a page does that goes. */
export function close(): void {
  open?.close()
  open = undefined
}

function vocabularyOnce(): Vocabulary {
  words ??= vocabulary(seed)
  return words
}

/** Brings records `from` to `to` into the library by an import, index and all; the time in ms, and what was made of it. */
export async function fill(
  from: number,
  to: number,
): Promise<{ ms: number; imported: number; inventing: number }> {
  const own = vocabularyOnce()
  let inventing = 0
  function* documents(): Generator<unknown> {
    for (let n = from; n < to; n++) {
      const begun = performance.now()
      const document = inventedRecord(n, seed, own)
      inventing += performance.now() - begun
      yield document
    }
  }
  const begun = performance.now()
  const result = await library().importDocuments(documents())
  const imported = performance.now() - begun - inventing
  await library().index()
  if (result.broken > 0) throw new Error(`${result.broken} documents are broken`)
  return { ms: performance.now() - begun - inventing, imported, inventing }
}

/** The same records and rows written by nothing but `put`, a chunk of 200 in a relaxed transaction; the time in ms. */
export async function fillBare(from: number, to: number): Promise<number> {
  const own = vocabularyOnce()
  const database = await openBare('bare')
  let spent = 0
  for (let at = from; at < to; at += 200) {
    const made = Array.from({ length: Math.min(200, to - at) }, (_, i) => stored(at + i, own))
    const begun = performance.now()
    const transaction = database.transaction(['records', 'rows'], 'readwrite', {
      durability: 'relaxed',
    })
    for (const { document, row } of made) {
      transaction.objectStore('records').put(document)
      transaction.objectStore('rows').put(row)
    }
    await done(transaction)
    spent += performance.now() - begun
  }
  database.close()
  return spent
}

function stored(n: number, own: Vocabulary): { document: object; row: object | undefined } {
  const document = toStored(inventedRecord(n, seed, own))
  return { document, row: rowFor(document, toRecord(document), false) }
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, databaseVersion)
    request.onupgradeneeded = (event) => upgrade(request.result, event.oldVersion)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Times of `count` saves of new papers, in ms, and of as many bare strict puts of the same records in turn. */
export async function saves(
  from: number,
  count: number,
): Promise<{ ours: number[]; bare: number[] }> {
  const own = vocabularyOnce()
  const database = await openBare('offprint')
  const ours: number[] = []
  const bare: number[] = []
  for (let n = from; n < from + count; n++) {
    const paper = inventedPaper(n, seed, own)
    let begun = performance.now()
    await library().save(paper)
    ours.push(performance.now() - begun)
    const { document } = stored(n + 1_000_000, own)
    begun = performance.now()
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' })
    transaction.objectStore('records').put(document)
    await done(transaction)
    bare.push(performance.now() - begun)
    const removal = database.transaction('records', 'readwrite', { durability: 'relaxed' })
    removal.objectStore('records').delete((document as { id: string }).id)
    await done(removal)
  }
  database.close()
  return { ours, bare }
}

/** What people ask for: words of the library's own texts, the commonest and the rarest among them. */
export function questions(kind: string, count: number): string[] {
  const own = vocabularyOnce()
  const next = random(77)
  // By rank, evenly on a scale of logarithms: `sodium` is asked for as often as `the` stands in texts.
  const word = (): string => {
    for (;;) {
      const rank = Math.floor(50 * (own.words.length / 50) ** next())
      const found = own.words[rank] ?? ''
      if (found.length > 2) return found
    }
  }
  const list: string[] = []
  while (list.length < count) {
    if (kind === 'one word') list.push(word())
    else if (kind === 'two words') list.push(`${word()} ${word()}`)
    else if (kind === 'tag and word')
      list.push(`tag:"${own.tags[Math.floor(next() ** 3 * 60)]}" ${word()}`)
    else if (kind === 'phrase') list.push(phraseOf(Math.floor(next() * 10_000), own, next))
    else for (const typed of typing(word())) list.push(typed)
  }
  return list.slice(0, count)
}

function typing(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1))
}

/** Two or three words that stand beside each other in some record. */
function phraseOf(n: number, own: Vocabulary, next: () => number): string {
  const { sections } = inventedRecord(n, seed, own) as unknown as { sections: { text: string }[] }
  const all = (sections[0]?.text ?? '').replace(/\./g, '').toLowerCase().split(' ')
  const at = Math.floor(next() * (all.length - 3))
  return `"${all.slice(at, at + 2 + Math.floor(next() * 2)).join(' ')}"`
}

/** How long each question took, in ms, and how many records answered. */
export async function ask(list: readonly string[]): Promise<{ ms: number[]; found: number[] }> {
  const ms: number[] = []
  const found: number[] = []
  for (const text of list) {
    const begun = performance.now()
    const { rows, total } = await library().query({ text, limit: 50 })
    ms.push(performance.now() - begun)
    found.push(total ?? rows.length)
  }
  return { ms, found }
}

/** The newest 50 of the library as it lists them, and by the browser's own call on the rows; ms, `turns` times each. */
export async function newest(turns: number): Promise<{ ours: number[]; bare: number[] }> {
  const database = await openBare('offprint')
  const ours: number[] = []
  const bare: number[] = []
  for (let i = 0; i < turns; i++) {
    let begun = performance.now()
    await library().query({ limit: 50 })
    ours.push(performance.now() - begun)
    begun = performance.now()
    await rawNewest(database)
    bare.push(performance.now() - begun)
  }
  database.close()
  return { ours, bare }
}

function rawNewest(database: IDBDatabase): Promise<unknown> {
  const index = database.transaction('rows').objectStore('rows').index('order') as IDBIndex & {
    getAllRecords(options: object): IDBRequest
  }
  return new Promise((resolve, reject) => {
    const request = index.getAllRecords({ count: 51, direction: 'prev' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** The size of the index and of all records as JSON, in bytes. */
export async function sizes(): Promise<{ index: number; raw: number; parts: number }> {
  let raw = 0
  for await (const document of library().exportDocuments()) raw += JSON.stringify(document).length
  const database = await openBare('offprint')
  let index = 0
  const all = (name: string): Promise<unknown[]> =>
    new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
  for (const block of (await all('blocks')) as Uint8Array[]) index += block.length
  for (const row of (await all('segmentIds')) as string[]) index += row.length
  const heads = (await all('segments')) as { count: number; first: string[] }[]
  for (const { count, first } of heads) index += count * 7 + first.join('').length
  // A place is a key of 28 characters and a number.
  for (const { count } of heads) index += count * 36
  database.close()
  return { index, raw, parts: heads.length }
}
