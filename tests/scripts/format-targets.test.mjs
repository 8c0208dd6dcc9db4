import { describe, expect, it } from 'vitest'
import { judgeFormats, tableOfFormats } from '../../scripts/bench/format-targets.mjs'

const measured = {
  write: {
    bibtex: { ours: [60, 70, 1], bare: [100, 90, 120], citationJs: [7, 8, 7.5] },
    'csl-json': { ours: [59], bare: [100] },
  },
  read: { ours: [500, 510, 490], bibtexParser: [100, 90, 110] },
  memory: { write_bibtex: 65, read: -3 },
}

describe('the targets of the formats', () => {
  const figures = judgeFormats(measured)

  it('are ratios of medians of the same run', () => {
    expect(figures.write_bibtex_to_bare).toEqual({ value: 0.6, target: 0.6, met: true })
    expect(figures.write_bibtex_to_citation_js).toEqual({ value: 8, target: 8, met: true })
    expect(figures.read_bibtex_to_bibtex_parser).toEqual({ value: 5, target: 5, met: true })
    expect(figures.write_bibtex_per_s).toEqual({ value: 60 })
  })

  it('that are missed are said to be', () => {
    expect(figures.write_csl_json_to_bare).toMatchObject({ value: 0.59, met: false })
    expect(figures.write_bibtex_mb).toMatchObject({ value: 65, target: 64, met: false })
    expect(tableOfFormats(figures)).toMatch(/write_csl_json_to_bare +0\.59 +≥ 0\.6 {2}NOT MET/)
    expect(tableOfFormats(figures)).toMatch(/write_bibtex_mb +65 +≤ 64 {2}NOT MET/)
  })

  it('are judged as far as they were measured', () => {
    expect(Object.keys(judgeFormats({ read: measured.read }))).toEqual([
      'read_bibtex_per_s',
      'read_bibtex_parser_per_s',
      'read_bibtex_to_bibtex_parser',
    ])
  })
})
