// What bench-library.mjs runs inside a page: a library of invented papers, what is asked of it, and the floors beside it.
import { toRecord, toStored } from '../../src/library/document.ts'
import { type Library, openLibrary } from '../../src/library/library.ts'
import { rowFor } from '../../src/library/row.ts'
import { databaseVersion } from '../../src/library/schema.ts'
import { upgrade } from '../../src/library/upgrade.ts'
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

/** Brings records `from` to `to` into the library by an import, index and all; the time in ms without that of inventing them. */
export async function fill(from: number, to: number): Promise<number> {
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
  await library().index()
  if (result.broken > 0) throw new Error(`${result.broken} documents are broken`)
  return performance.now() - begun - inventing
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

/** Removes what `fillBare` wrote. */
export function dropBare(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('bare')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
}

function stored(n: number, own: Vocabulary): { document: object; row: object | undefined } {
  const document = { ...toStored(inventedRecord(n, seed, own)), row: n + 1 }
  return { document, row: { ...rowFor(document, toRecord(document), false), n: n + 1 } }
}

function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, databaseVersion)
    request.onupgradeneeded = (event) => upgrade(request, event.oldVersion)
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
export async function questions(kind: string, count: number): Promise<string[]> {
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
    const { rows, total } = await library().query({ text, first: 50 })
    ms.push(performance.now() - begun)
    found.push(total ?? rows.length)
  }
  return { ms, found }
}

/** How long the list of possible duplicates over the whole library takes, in ms, and how many pairs it has. */
export async function duplicates(): Promise<{ ms: number; pairs: number }> {
  const begun = performance.now()
  const pairs = await library().duplicates()
  return { ms: performance.now() - begun, pairs: pairs.length }
}

/** The newest 50 of the library as it lists them, and by the browser's own call on the rows; ms, `turns` times each. */
export async function newest(turns: number): Promise<{ ours: number[]; bare: number[] }> {
  const database = await openBare('offprint')
  const ours: number[] = []
  const bare: number[] = []
  for (let i = 0; i < turns; i++) {
    let begun = performance.now()
    await library().query({ first: 50 })
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
    const request = index.getAllRecords({ count: 50, direction: 'prev' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** The size of the index and of all records as JSON, in bytes; the records' from every hundredth. */
export async function sizes(): Promise<{ index: number; raw: number; segments: number }> {
  const database = await openBare('offprint')
  const all = <T>(name: string): Promise<T[]> =>
    new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll()
      request.onsuccess = () => resolve(request.result)
    })
  const heads = await all<{ count: number; first: string[]; inline?: unknown }>('segments')
  let index = 0
  for (const { count, first } of heads) index += count * 7 + first.join(' ').length
  for (const name of ['orders', 'blocks', 'positions'])
    for (const row of await all<Uint8Array>(name)) index += row.byteLength
  database.close()
  const own = vocabularyOnce()
  const count = heads.reduce((sum, each) => sum + each.count, 0)
  let raw = 0
  for (let n = 0; n < count; n += 100) raw += JSON.stringify(inventedRecord(n, seed, own)).length
  return { index, raw: raw * 100, segments: heads.length }
}
