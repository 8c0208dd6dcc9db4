import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { readExport } from '../../../extension/ui/read-export.ts'
import { writeExport } from '../../../extension/ui/write-export.ts'
import { formats } from '../../../src/formats/index.ts'
import { freshLibrary, numbered } from '../../library/paper.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

/** What each format begins with, as those who read it expect. */
const beginnings = {
  bibtex: /^@article\{/,
  biblatex: /^@article\{/,
  json: /^\{/,
  'csl-json': /^\[/,
  ris: /^TY {2}- JOUR/,
  nbib: /^PMID-|^OWN - |^TI {2}- /m,
  csv: /^title,authors,year,journal,/,
} as const

describe('an export', () => {
  it.each(formats)(
    'as $name is a file of that kind, with every paper that was asked for',
    async ({ id, extension, mime }) => {
      const library = freshLibrary()
      for (let n = 1; n <= 3; n++) {
        const { record } = await library.save(numbered(n, { title: `Paper ${n} of three` }))
        await library.assignCitationKeys([record.id])
      }
      const progress: number[] = []
      const { blob, ending } = await writeExport(library, id, undefined, undefined, (done) =>
        progress.push(done),
      )
      const text = await blob.text()
      expect(ending).toBe(extension)
      expect(blob.type).toBe(mime)
      expect(text).toMatch(beginnings[id])
      for (let n = 1; n <= 3; n++) expect(text).toContain(`Paper ${n} of three`)
    },
  )

  it('of some papers has these alone', async () => {
    const library = freshLibrary()
    const ids: string[] = []
    for (let n = 1; n <= 3; n++)
      ids.push((await library.save(numbered(n, { title: `Paper ${n} of three` }))).record.id)
    for (const { id } of formats) {
      const text = await (await writeExport(library, id, [ids[1] ?? ''])).blob.text()
      expect(text, id).toContain('Paper 2 of three')
      expect(text, id).not.toMatch(/Paper [13] of three/)
    }
  })
})

describe('what an export would not keep', () => {
  it('is found by reading back what would be written', async () => {
    const library = freshLibrary()
    const { record } = await library.save(numbered(1))
    await library.edit(record.id, { decision: 'exclude', reason: 'Wrong lagoon.' })
    const go = new AbortController().signal
    const lost = async (id: 'bibtex' | 'csl-json') =>
      (await readExport(library, id, [record.id], {}, go)).fields.map(({ field, how }) => [
        field,
        how,
      ])
    expect(await lost('bibtex')).toEqual(
      expect.arrayContaining([
        ['decision', 'lost'],
        ['reason', 'lost'],
      ]),
    )
    expect(await lost('csl-json')).toEqual([])
  })

  it('is not gone on with when nobody wants to know any more', async () => {
    const library = freshLibrary()
    const { record } = await library.save(numbered(1))
    await expect(readExport(library, 'ris', [record.id], {}, AbortSignal.abort())).rejects.toThrow()
  })
})
