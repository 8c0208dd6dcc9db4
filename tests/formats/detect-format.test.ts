import { describe, expect, it } from 'vitest'
import { codecOf } from '../../src/formats/codecs.ts'
import { detectFormat } from '../../src/formats/detect-format.ts'
import { formats } from '../../src/formats/index.ts'
import { recordOf } from './record-of.ts'

describe('detectFormat', () => {
  it.each([
    ['x.txt', '\ufeff% Encoding: UTF-8\n@article{a,\n year = 2020}', 'bibtex'],
    ['x.bib', '@online{a,\n date = {2020}}', 'biblatex'],
    ['x.bib', '', 'bibtex'],
    ['pubmed-dust-set.txt', '\nPMID- 123\nOWN - NLM\nTI  - Dust', 'nbib'],
    ['x.txt', 'Provider: Dust\n\nTY  - JOUR\nTI  - Dust\nN1  - @article{x,', 'ris'],
    ['x.json', '[\n{"id":"a"}]', 'csl-json'],
    ['x.json', '{"items":[]}', 'csl-json'],
    ['x.json', '{"format":"offprint","schema":1,', 'json'],
    ['x.json', '{ "schema": 1, "format": "offprint"', 'json'],
    ['x.txt', 'Title;Year;Journal\nDust;2020;J', 'csv'],
    ['x.csv', 'doi\n10.1000/x', 'csv'],
    ['x.tsv', 'a\tb\n', 'csv'],
    ['x.ris', '', 'ris'],
    ['x.json', '', 'csl-json'],
    ['x.pdf', '%PDF-1.7', undefined],
    ['', 'Dear reader,\nthis is a letter.', undefined],
  ])('%s with %j is %s', (name, text, format) => {
    expect(detectFormat(name, text)).toBe(format)
  })

  it('knows all that we write by its text alone', async () => {
    const record = recordOf(
      { title: 'Dust', PMID: '1', 'container-title': 'J', issued: { 'date-parts': [[2020]] } },
      { citationKey: 'a' },
    )
    for (const { id } of formats) {
      let text = ''
      for await (const piece of codecOf(id).write([record])) text += piece
      expect(detectFormat('', text)).toBe(id)
    }
  })
})
