// What the measurements of the library say about the targets.

import { ratio } from './painted.mjs'
import { median, quantile } from './samples.mjs'
import { round } from './targets.mjs'

const figure = (value, target) => ({ value: round(value), target, met: value <= target })
export function judgeLibrary(m) {
  const f = {}
  if (m.popup)
    for (const [when, times] of Object.entries(m.popup))
      f[`popup_${when}_to_blank_page`] = figure(ratio(times), 1.3)
  if (m.newest) f.newest_50_to_raw = figure(median(m.newest.ours) / median(m.newest.bare), 1.5)
  for (const [kind, { ms }] of Object.entries(m.search ?? {}))
    f[`search_${kind.replaceAll(' ', '_')}_p95_ms`] = figure(
      quantile(ms, 0.95),
      kind === 'phrase' ? 80 : 20,
    )
  if (m.cold) f.first_search_after_idle_ms = figure(quantile(m.cold, 0.95), 50)
  if (m.saves) f.save_to_bare_put = figure(median(m.saves.ours) / median(m.saves.bare), 2)
  if (m.fill) {
    const sum = (of) => m.fill.reduce((s, r) => s + of(r), 0)
    f.import_to_bulk_floor = figure(sum((r) => r.ours) / sum((r) => r.bare), 2)
    const per = m.fill.map((r) => r.ours / (r.to - r.from))
    f.import_cost_at_most_records_to_least = figure(per.at(-1) / per[0], 1.3)
  }
  if (m.sizes) f.index_to_raw_json = figure(m.sizes.index / m.sizes.raw, 0.3)
  return f
}
export function tableOfLibrary(f) {
  return Object.entries(f)
    .map(([n, v]) => `${n}: ${v.value} (${v.target}) ${v.met ? 'met' : 'MISSED'}`)
    .join('\n')
}
