import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { waitingPapers } from '../../../extension/review/waiting-papers.ts'
import type { LibraryReader } from '../../../extension/ui/library-reader.ts'
import { freshLibrary, numbered } from '../../library/paper.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

/** A library of four papers: one included, one excluded, two that wait; read as pages read it. */
async function reader() {
  const library = freshLibrary({ indexedDB: new IDBFactory() })
  const ids: string[] = []
  for (let n = 1; n <= 4; n++) ids.push((await library.save(numbered(n))).record.id)
  await library.edit(ids[0] ?? '', { decision: 'include' })
  await library.edit(ids[1] ?? '', { decision: 'exclude' })
  const numbers: LibraryReader['numbers'] = async ({ text }) =>
    (await library.query({ text, numbered: true })).numbers ?? new Uint32Array()
  return { numbers } as LibraryReader
}

test.each([
  ['', 'abstract', { waiting: 2, decided: 2 }],
  ['gauge', 'abstract', { waiting: 2, decided: 2 }],
  ['is:exclude', 'abstract', { waiting: 0, decided: 1 }],
  ['is:unread', 'abstract', { waiting: 2, decided: 0 }],
  ['', 'fullText', { waiting: 1, decided: 0 }],
  ['is:exclude', 'fullText', { waiting: 0, decided: 0 }],
] as const)('of “%s” by %s', async (search, pass, expected) => {
  const { waiting, decided } = await waitingPapers(await reader(), { search, pass })
  expect({ waiting: waiting.length, decided }).toEqual(expected)
})
