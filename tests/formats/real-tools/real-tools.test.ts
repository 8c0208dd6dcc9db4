import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codecOf } from '../../../src/formats/codecs.ts'
import type { WriteOptions } from '../../../src/formats/entry.ts'
import type { Format } from '../../../src/formats/index.ts'
import { lostFields } from '../../../src/formats/read-back.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { compare, fieldsOf, type PandocItem } from './pandoc-fields.ts'
import { haveTools, run } from './tools.ts'
import { trickyRecords } from './tricky-records.ts'

const titled = (title: string) => ({
  ...(trickyRecords[0] as LibraryRecord),
  item: { ...(trickyRecords[0] as LibraryRecord).item, title },
})

async function written(id: Format['id'], options?: WriteOptions): Promise<string> {
  let text = ''
  for await (const piece of codecOf(id).write(trickyRecords, options)) text += piece
  return text
}

it('there are at least forty papers', () => {
  expect(trickyRecords.length).toBeGreaterThanOrEqual(40)
})

describe('our own reader', () => {
  /** What the format itself has no place for, by the paper's number. */
  const expected: Partial<Record<Format['id'], string[]>> = {
    json: [],
    'csl-json': [],
    // A family name that is commas.
    ris: ['u:55 author'],
    // Line breaks within a paragraph; keywords, which are one list; of a date the day, in BibTeX.
    biblatex: ['u:11 note', 'u:12 note', 'u:52 keyword', 'u:52 tags'],
    bibtex: ['u:11 note', 'u:12 note', 'u:44 issued', 'u:52 keyword', 'u:52 tags'],
  }
  it.each(Object.keys(expected) as Format['id'][])('gives all of %s back', async (id) => {
    const lost: string[] = []
    for await (const { id: of, field } of lostFields(id, trickyRecords, { decisions: true }))
      lost.push(`${of} ${field}`)
    expect(lost).toEqual(expected[id])
  })
})

describe.skipIf(!haveTools())('other programs', { timeout: 300_000 }, () => {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-tools-'))
    for (const id of ['bibtex', 'biblatex'] as const)
      writeFileSync(join(folder, `${id}.bib`), await written(id))
    writeFileSync(join(folder, 'csl.json'), await written('csl-json'))
  })
  afterAll(() => {
    // What the hostile papers try to write.
    expect(readdirSync(folder).filter((name) => /forged/i.test(name))).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['bibtex', 'biblatex'])('biber checks %s', (name) => {
    const args = ['--tool', '--validate-datamodel', '--output-file', 'checked.bib', `${name}.bib`]
    const { code, output } = run(folder, 'biber', args)
    expect([code, output.match(/^ERROR.*$/gm)]).toEqual([0, null])
    const checked = readFileSync(join(folder, 'checked.bib'), 'utf8')
    expect(checked.match(/^@/gm)).toHaveLength(trickyRecords.length)
  })

  it('bibtex sets all papers in a plain bibliography', () => {
    const aux = '\\citation{*}\n\\bibdata{bibtex}\n\\bibstyle{plain}\n'
    writeFileSync(join(folder, 'plain.aux'), aux)
    const { code, output } = run(folder, 'bibtex', ['plain'])
    // A book with an author and an editor is a style's matter.
    const warnings = output.match(/^Warning--(?!can't use both author and editor).*$/gm)
    expect([code, warnings]).toEqual([0, null])
    const set = readFileSync(join(folder, 'plain.bbl'), 'utf8')
    expect(set.match(/^\\bibitem/gm)).toHaveLength(trickyRecords.length)
  })

  it.each([
    ['bibtex', []],
    ['biblatex', ['-r', 'biblatex']],
  ])('bibtool reads %s', (name, resource) => {
    const { code, output } = run(folder, 'bibtool', [
      ...resource,
      '-i',
      `${name}.bib`,
      '-o',
      'tool.bib',
    ])
    expect([code, output.match(/\*\*\*.*/g)]).toEqual([0, null])
    const kept = readFileSync(join(folder, 'tool.bib'), 'utf8')
    expect(kept.match(/^@/gm)).toHaveLength(trickyRecords.length)
  })

  it.each(['bibtex', 'biblatex'])(
    'pandoc reads %s, and of a hundred fields 98 at least are equal',
    (name) => {
      const { code, output } = run(folder, 'pandoc', ['-f', name, '-t', 'csljson', `${name}.bib`])
      expect(code, output).toBe(0)
      const { fields, differences } = compare(
        trickyRecords,
        JSON.parse(output) as PandocItem[],
        name === 'biblatex',
      )
      const equal = (100 * (fields - differences.length)) / fields
      console.info(`pandoc, ${name}: ${fields - differences.length} of ${fields} fields equal`)
      expect(equal, JSON.stringify(differences, undefined, 1)).toBeGreaterThanOrEqual(98)
    },
  )

  it('pandoc reads our CSL-JSON and writes it as BibLaTeX that we read', async () => {
    const { code, output } = run(folder, 'pandoc', ['-f', 'csljson', '-t', 'biblatex', 'csl.json'])
    expect(code, output).toBe(0)
    let records = 0
    const broken: string[] = []
    for await (const entry of codecOf('biblatex').read([output])) {
      if ('record' in entry) records += 1
      else broken.push(`${entry.broken.line} ${entry.broken.reason}`)
    }
    // pandoc writes a brace without its pair as `\{` alone, which bibtex and biber count and refuse as we do.
    expect(broken).toHaveLength(7)
    expect(records).toBe(trickyRecords.length - broken.length)
    writeFileSync(join(folder, 'pandoc.bib'), output)
    const args = ['--tool', '--output-file', 'checked.bib', 'pandoc.bib']
    expect(run(folder, 'biber', args).output).toMatch(/^ERROR/m)
  })

  it.each([
    ['an opening', 'Dust { alone'],
    ['a closing', 'Dust } alone'],
  ])('%s brace without its pair is read by all as it was written', async (_, title) => {
    const next = { ...titled('Dust behind it'), citationKey: 'next' }
    let text = ''
    for await (const piece of codecOf('bibtex').write([titled(title), next])) text += piece
    writeFileSync(join(folder, 'lone.bib'), text)
    writeFileSync(join(folder, 'lone.aux'), '\\citation{*}\n\\bibdata{lone}\n\\bibstyle{plain}\n')
    expect(run(folder, 'bibtex', ['lone']).code).toBe(0)
    const args = ['--tool', '--output-file', 'checked.bib', 'lone.bib']
    expect(run(folder, 'biber', args).output).not.toMatch(/^ERROR/m)
    const { output } = run(folder, 'pandoc', ['-f', 'bibtex', '-t', 'csljson', 'lone.bib'])
    const titles = (JSON.parse(output) as PandocItem[]).map((item) => item.title)
    expect(titles).toEqual([title, 'Dust behind it'])
  })

  it('pandoc reads our CSL-JSON, and what it prints we read', async () => {
    const { code, output } = run(folder, 'pandoc', ['-f', 'csljson', '-t', 'csljson', 'csl.json'])
    expect(code, output).toBe(0)
    const titles: (string | undefined)[] = []
    for await (const entry of codecOf('csl-json').read([output]))
      titles.push('record' in entry ? entry.record.item.title : entry.broken.reason)
    expect(titles).toHaveLength(trickyRecords.length)
    expect(trickyRecords.filter((one) => fieldsOf(one).size === 0)).toEqual([])
  })

  it('lualatex sets all papers with their abstracts and notes', () => {
    const source = [
      '\\documentclass{article}',
      '\\usepackage[backend=biber,style=authoryear]{biblatex}',
      // As docs/formats.md says of formulas.
      '\\usepackage{amsmath,amssymb,bm,gensymb}\\usepackage[mathscr]{eucal}',
      '\\addbibresource{biblatex.bib}',
      '\\AtEveryBibitem{\\printfield{abstract}\\printfield{annotation}}',
      '\\begin{document}\\nocite{*}\\printbibliography\\end{document}',
    ]
    writeFileSync(join(folder, 'all.tex'), source.join('\n'))
    const tex = () =>
      run(folder, 'lualatex', ['--no-shell-escape', '--interaction=nonstopmode', 'all'])
    expect(tex().output.match(/^!.*$/gm)).toBeNull()
    const { code, output } = run(folder, 'biber', ['all'])
    expect([code, output.match(/^ERROR.*$/gm)]).toEqual([0, null])
    const last = tex()
    expect([last.code, last.output.match(/^!.*$/gm)]).toEqual([0, null])
    expect(existsSync(join(folder, 'all.pdf'))).toBe(true)
  })
})
