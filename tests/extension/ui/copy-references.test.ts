import { beforeEach, expect, test, vi } from 'vitest'
import { copyReferences } from '../../../extension/ui/copy-references.ts'
import { loadCitations } from '../../../extension/ui/load-citations.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import type { Library } from '../../../src/library/library.ts'
import type { References } from '../../../src/references/write-references.ts'
import { expected } from '../../references/expected.ts'
import { papers } from '../../references/papers.ts'
import { toolsFor } from '../../references/tools.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))
vi.mock('../../../extension/ui/load-citations.ts', () => ({ loadCitations: vi.fn() }))

const copied: References[] = []
vi.mock('../../../extension/ui/copy-both.ts', () => ({
  copyBoth: async (made: Promise<References>) => void copied.push(await made),
}))

/** A library of these papers. */
const libraryOf = (...records: LibraryRecord[]) => {
  const library = {
    async *exportRecords({ signal }: { signal?: AbortSignal }) {
      signal?.throwIfAborted()
      yield* records
    },
  }
  return async () => library as unknown as Library
}

beforeEach(() => {
  copied.length = 0
  vi.mocked(loadCitations)
    .mockReset()
    .mockImplementation(async (id) => toolsFor(id))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test('papers are copied in a style', async () => {
  await copyReferences(libraryOf(papers.article), ['u:article'], 'nature')
  expect(copied.map(({ html }) => html)).toEqual([expected.article.nature])
})

test('a style that cannot be read, or an engine that cannot be loaded, is told plainly', async () => {
  vi.mocked(loadCitations).mockResolvedValueOnce({ ...toolsFor('mla'), style: { n: 'broken' } })
  const inMla = () => copyReferences(libraryOf(papers.article), ['u:article'], 'mla')
  await expect(inMla()).rejects.toThrow(
    /^No reference could be made in MLA style\. Nothing was copied, and your library is as it was\./,
  )
  vi.mocked(loadCitations).mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await expect(inMla()).rejects.toThrow(/^No reference could be made in MLA style\./)
  expect(copied).toEqual([])
})

test('a paper that is there no longer is told', async () => {
  await expect(copyReferences(libraryOf(), ['u:gone'], 'apa')).rejects.toThrow(
    'This paper is no longer in the library.',
  )
})

test('work that was stopped is no error of a style', async () => {
  const signal = AbortSignal.abort()
  const stopped = copyReferences(libraryOf(papers.article), ['u:article'], 'apa', { signal })
  await expect(stopped).rejects.toThrow(/abort/i)
})
