import { describe, expect, it } from 'vitest'
import { judgeLibrary, tableOfLibrary } from '../../scripts/bench/library-targets.mjs'

const measured = {
  popup: { warm: { blank: [100, 110], popup: [120, 140] } },
  search: { 'one word': { ms: [1, 2, 21] }, phrase: { ms: [70, 79] } },
  cold: [40, 48, 90],
  duplicates: { ms: 6200, groups: 3 },
  saves: { ours: [10, 12, 11], bare: [5, 6, 5.5] },
  fill: [
    { from: 0, to: 1000, ours: 2000, bare: 1000 },
    { from: 1000, to: 2000, ours: 1000, bare: 1000 },
  ],
  sizes: { index: 20, raw: 100 },
}

describe('the targets of the library', () => {
  const figures = judgeLibrary(measured)

  it('are ratios to the floors of the same run', () => {
    expect(figures.popup_warm_to_blank_page).toEqual({ value: 1.24, target: 1.3, met: true })
    expect(figures.save_to_bare_put).toEqual({ value: 2, target: 2, met: true })
    expect(figures.import_to_bulk_floor).toEqual({ value: 1.5, target: 2, met: true })
    expect(figures.import_last_records_to_first).toEqual({ value: 0.5, target: 1.3, met: true })
    expect(figures.index_to_raw_json).toEqual({ value: 0.2, target: 0.3, met: true })
  })

  it('of searches go by the slowest twentieth, of phrases with more patience', () => {
    expect(figures.search_one_word_p50_ms).toEqual({ value: 2 })
    expect(figures.search_one_word_p95_ms).toEqual({ value: 19.1, target: 20, met: true })
    expect(figures.search_phrase_p95_ms).toMatchObject({ target: 80, met: true })
    expect(figures.first_search_after_idle_ms).toEqual({ value: 48, target: 50, met: true })
  })

  it('that are missed are said to be', () => {
    expect(figures.possible_duplicates_s).toEqual({ value: 6.2, target: 5, met: false })
    expect(tableOfLibrary(figures)).toMatch(/possible_duplicates_s +6\.2 +≤ 5 {2}NOT MET/)
  })

  it('are judged as far as they were measured', () => {
    expect(Object.keys(judgeLibrary({ sizes: measured.sizes }))).toEqual(['index_to_raw_json'])
  })
})
