import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { checkImport } from '../../../extension/library/check-import.ts'
import { writeExport } from '../../../extension/ui/write-export.ts'
import { type Library, openLibrary } from '../../../src/library/library.ts'
import type { SentinelPlace } from '../../../src/library/sentinel.ts'
import { capture } from '../support/papers.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

const open: Library[] = []
let clock = Date.parse('2026-11-24T10:00:00Z')
let databases = 0

function library(sentinel?: SentinelPlace): Library {
  clock += 1000
  databases += 1
  const opened = openLibrary({
    name: `test-${databases}`,
    now: () => clock,
    ...(sentinel && { sentinel }),
  })
  open.push(opened)
  return opened
}

function withLock(free: boolean): void {
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _how: object, work: (lock: object | null) => unknown) =>
        work(free ? {} : null),
    },
  })
}

/** What was deleted here stays so. */
const keep = { bringBack: false, restores: false }

const backupOf = async (from: Library) =>
  new File([(await writeExport(from, 'json', undefined)).blob], 'backup.json')

afterEach(() => {
  for (const opened of open.splice(0)) opened.close()
  vi.unstubAllGlobals()
})

test('a backup comes into an empty library whole, and says so beforehand', async () => {
  withLock(true)
  const from = library()
  const { record } = await from.save(capture)
  await from.edit(record.id, { addTags: ['gulls'], note: 'Why.' })
  const to = library()
  const checked = await checkImport(to, [await backupOf(from)])
  expect(checked.preview).toMatchObject({
    added: 1,
    merged: 0,
    unchanged: 0,
    broken: 0,
    doubts: [],
  })
  expect(checked.preview.writtenAt).toMatch(/^20/)
  expect(await to.get(record.id)).toBeUndefined()
  const progress: unknown[] = []
  const result = await checked.run(
    new AbortController().signal,
    (step) => progress.push(step),
    keep,
  )
  expect(result).toMatchObject({ added: 1, merged: 0, finished: true })
  expect(progress.at(-1)).toEqual({ done: 1, of: 1 })
  expect(await to.get(record.id)).toEqual(await from.get(record.id))
})

test('the same file again changes nothing; a newer one is merged; the preview tells both before they happen', async () => {
  withLock(true)
  const from = library()
  const { record } = await from.save(capture)
  const to = library()
  await (await checkImport(to, [await backupOf(from)])).run(
    new AbortController().signal,
    () => {},
    keep,
  )
  expect((await checkImport(to, [await backupOf(from)])).preview).toMatchObject({
    added: 0,
    merged: 0,
    unchanged: 1,
  })
  await from.edit(record.id, { addTags: ['new'] })
  const newer = await checkImport(to, [await backupOf(from)])
  expect(newer.preview).toMatchObject({ added: 0, merged: 1, unchanged: 0 })
  expect(await newer.run(new AbortController().signal, () => {}, keep)).toMatchObject({ merged: 1 })
  expect((await to.get(record.id))?.tags).toEqual(['new'])
})

test('broken entries are named with their reason, and the others still come in', async () => {
  withLock(true)
  const from = library()
  await from.save(capture)
  const file = JSON.parse(await (await backupOf(from)).text())
  const [good] = file.records
  file.records = [
    7,
    good,
    { ...good, id: 'r:ffffffffffffffffffffffffff', m: { c: {}, t: {} }, note: 5 },
  ]
  const to = library()
  const checked = await checkImport(to, [new File([JSON.stringify(file)], 'backup.json')])
  expect(checked.preview.added).toBe(1)
  expect(checked.preview.broken).toBe(2)
  expect(checked.preview.reasons).toEqual([
    { name: 'Paper 1 in the file', why: 'not an object' },
    { name: 'Paper 3 in the file', why: 'note: not a valid value' },
  ])
  expect(checked.preview.doubts).toEqual(['changed', 'counts'])
  expect(await checked.run(new AbortController().signal, () => {}, keep)).toMatchObject({
    added: 1,
  })
})

test('a paper that became part of another is not counted as new', async () => {
  withLock(true)
  const other = library()
  const { DOI: _DOI, ...item } = capture.item
  await other.save({ ...capture, item: { ...item, PMID: '12345' }, identifiers: ['pmid:12345'] })
  const to = library()
  await to.save({ ...capture, identifiers: ['doi:10.5555/roofs.12', 'pmid:12345'] })
  const theirs = await backupOf(other)
  await (await checkImport(to, [theirs])).run(new AbortController().signal, () => {}, keep)
  const ours = await backupOf(to)
  expect(JSON.parse(await ours.text()).records).toHaveLength(2)
  expect((await to.counts()).visible).toBe(1)
  const nothing = { added: 0, merged: 0, broken: 0 }
  expect((await checkImport(to, [ours])).preview).toMatchObject({ ...nothing, unchanged: 2 })
  expect((await checkImport(to, [theirs])).preview).toMatchObject({ ...nothing, unchanged: 1 })
  expect((await checkImport(library(), [ours])).preview).toMatchObject({ added: 2 })
})

test('a file that is no backup is refused in plain words', async () => {
  await expect(checkImport(library(), [new File(['{"a": 1}'], 'x.json')])).rejects.toThrow(
    /not an Offprint backup.*Nothing was changed/,
  )
})

test('a stopped import says so, and nothing runs while another page holds the lock', async () => {
  const from = library()
  await from.save(capture)
  const to = library()
  const checked = await checkImport(to, [await backupOf(from)])
  withLock(false)
  await expect(checked.run(new AbortController().signal, () => {}, keep)).rejects.toThrow(
    /Another page/,
  )
  withLock(true)
  expect(await checked.run(AbortSignal.abort(), () => {}, keep)).toMatchObject({
    added: 0,
    merged: 0,
    finished: false,
  })
  expect((await to.counts()).visible).toBe(0)
})

test('an import that is stopped half-way leaves everything as it was', async () => {
  withLock(true)
  const from = library()
  await from.importDocuments(
    Array.from({ length: 3000 }, (_, n) => ({
      id: `u:01JDF0000000000000000${String(n).padStart(5, '0')}`,
      title: `Gulls ${n}`,
    })),
  )
  const to = library()
  const { record } = await to.save(capture)
  const before = await to.get(record.id)
  const checked = await checkImport(to, [await backupOf(from)])
  const stop = new AbortController()
  const stopAtOnce = () => stop.abort()
  expect(await checked.run(stop.signal, stopAtOnce, keep)).toMatchObject({ finished: false })
  expect(await to.counts()).toMatchObject({ visible: 1, documents: 1 })
  expect(await to.get(record.id)).toEqual(before)
}, 60_000)

test('a restored backup puts an end to what is told of as missing, as far as it brings it back', async () => {
  withLock(true)
  const from = library()
  for (const n of [1, 2, 3]) {
    const DOI = `10.5555/back.${n}`
    await from.save({
      ...capture,
      item: { ...capture.item, DOI, URL: `https://back.example/${n}` },
      identifiers: [`doi:${DOI}`],
      source: { ...capture.source, url: `https://back.example/${n}` },
    })
  }
  const backup = await backupOf(from)
  let noted: unknown = { database: 'another', documents: 4, counter: 9 }
  const damaged = library({
    read: async () => noted,
    write: async (sentinel) => {
      noted = sentinel
    },
  })
  expect(await damaged.damage()).toEqual({ documents: 4, missing: 4 })
  const run = async (restores: boolean) =>
    (await checkImport(damaged, [backup])).run(new AbortController().signal, () => {}, {
      bringBack: false,
      restores,
    })
  await run(false)
  expect(await damaged.damage()).toEqual({ documents: 4, missing: 4 })
  await run(true)
  expect(await damaged.damage()).toEqual({ documents: 4, missing: 1 })
})
