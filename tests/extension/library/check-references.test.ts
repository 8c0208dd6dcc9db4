import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkImport } from '../../../extension/library/check-import.ts'
import { codecOf } from '../../../src/formats/codecs.ts'
import { formats } from '../../../src/formats/index.ts'
import { type Library, openLibrary } from '../../../src/library/library.ts'
import { capture } from '../support/papers.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

let library: Library
let databases = 0

beforeEach(() => {
  databases += 1
  library = openLibrary({ name: `references-${databases}`, now: () => Date.UTC(2026, 10, 24) })
  const request = (_name: string, _how: object, work: (lock: object) => unknown) => work({})
  vi.stubGlobal('navigator', { locks: { request } })
})
afterEach(() => {
  library.close()
  vi.unstubAllGlobals()
})

const keep = { bringBack: false, restores: false }
const go = new AbortController().signal
const file = (text: string | Uint8Array<ArrayBuffer>, name: string) => new File([text], name)

const bibtex = `@article{new1, title = {Reeds in the wind}, author = {Møller, Åse}, doi = {10.5555/reeds.1},
  keywords = {reeds, wind}, annote = {Read twice.}}
@article{there, title = {${capture.item.title}}, doi = {${capture.item.DOI}}, publisher = {Gull Press}}
@article{broken, title = {No end
@article{last, title = {Sedges at the shore}, year = 2020}
`

test('a file of references is looked at first: new, here already with what it gains, broken with its line', async () => {
  const { record } = await library.save(capture)
  const checked = await checkImport(library, [file(bibtex, 'refs.bib')])
  expect(checked.preview).toMatchObject({
    added: 2,
    merged: 1,
    broken: 1,
    formats: ['BibTeX'],
    reasons: [{ name: 'Line 4', why: expect.stringMatching(/brace|end/) }],
  })
  expect(checked.preview.gains).toEqual(expect.arrayContaining([{ field: 'publisher', papers: 1 }]))
  expect((await library.counts()).visible).toBe(1)

  const result = await checked.run(go, () => undefined, keep)
  expect(result).toMatchObject({ added: 2, merged: 1, finished: true })
  expect(await library.find(['doi:10.5555/reeds.1'])).toMatchObject({
    item: { author: [{ family: 'Møller', given: 'Åse' }] },
    tags: ['reeds', 'wind'],
    note: 'Read twice.',
    citationKey: 'new1',
  })
  expect(await library.get(record.id)).toMatchObject({ item: { publisher: 'Gull Press' } })
  await library.run({ kind: 'undo', action: result.action ?? 0 })
  expect(await library.counts()).toMatchObject({ visible: 1, trashed: 0 })
})

test('what every format writes comes in as the same paper, whatever the file is called', async () => {
  const { record } = await library.save(capture)
  await library.edit(record.id, { addTags: ['gulls'], note: 'Why.' })
  const full = await library.get(record.id)
  if (!full) throw new Error('saved above')
  for (const { id, name } of formats) {
    const { write } = codecOf(id)
    if (id === 'json') continue
    let text = ''
    for await (const piece of write([full])) text += piece
    const { preview } = await checkImport(library, [file(text, 'export.txt')])
    expect(preview, name).toMatchObject({ added: 0, broken: 0 })
    expect(preview.merged + preview.unchanged, name).toBe(1)
  }
})

test('another encoding is read, and several files are one import', async () => {
  const latin = Uint8Array.from('TY  - JOUR\r\nTI  - Gr\u00e4ser am Ufer\r\nER  - \r\n', (c) =>
    c.charCodeAt(0),
  )
  const files = [file(latin, 'a.ris'), file('@book{, }\n', 'b.bib')]
  const checked = await checkImport(library, files)
  expect(checked.preview).toMatchObject({ added: 1, formats: ['BibTeX', 'RIS'] })
  expect(checked.preview.reasons[0]?.name).toBe('b.bib, line 1')
  await checked.run(go, () => undefined, keep)
  const { rows } = await library.query({})
  expect(rows.map(({ title }) => title)).toEqual(['Gräser am Ufer'])
})

test('what is no file of references is refused in plain words, and a backup among others too', async () => {
  await expect(checkImport(library, [file('Dear Ada,\n', 'letter.txt')])).rejects.toThrow(
    /letter\.txt.*Nothing was changed/,
  )
  const backup = file('{"format":"offprint","schema":1,"records":[]}', 'b.json')
  await expect(checkImport(library, [backup, file(bibtex, 'a.bib')])).rejects.toThrow(/by itself/)
})

test('one that is stopped half-way leaves everything as it was', async () => {
  const { record } = await library.save(capture)
  const before = await library.get(record.id)
  const many = Array.from({ length: 2500 }, (_, n) => `@misc{k${n}, title = {Rush ${n}}}\n`)
  const checked = await checkImport(library, [file(bibtex + many.join(''), 'refs.bib')])
  expect(checked.preview.added).toBe(2502)
  const stop = new AbortController()
  const result = await checked.run(stop.signal, () => stop.abort(), keep)
  expect(result.finished).toBe(false)
  expect(await library.counts()).toMatchObject({ visible: 1, documents: 1 })
  expect(await library.get(record.id)).toEqual(before)
  expect(await library.unfinishedImport()).toBeUndefined()
}, 60_000)

test('a citation key that cannot be kept is told with its line, and the paper comes all the same', async () => {
  const text = '@article{10.1/x.y, title = {Reeds}}\n@article{a|b, title = {Sedges}}'
  const { preview, run } = await checkImport(library, [file(text, 'keys.bib')])
  expect(preview).toMatchObject({
    added: 2,
    broken: 0,
    lost: 1,
    losses: [{ name: 'Line 2', why: expect.stringMatching(/key.*: a\|b$/) }],
  })
  await run(go, () => undefined, keep)
  const { rows } = await library.query({ text: 'reeds' })
  expect((await library.get(rows[0]?.id ?? ''))?.citationKey).toBe('10.1/x.y')
})
