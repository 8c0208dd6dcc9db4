// What the measurements of the library say about the targets of a library of 100,000 records.
import { ratio } from './painted.mjs'
import { median, quantile } from './samples.mjs'
import { round } from './targets.mjs'

/** The longest that nineteen of twenty questions of a kind may take, in ms. */
const patience = { phrase: 80 }
const usualPatience = 20

/** A task of the main thread that is longer is felt (RAIL; Long Tasks API). */
const longestTask = 50

/**
 * Judges what measureLibrary has measured, as far as it has: `{figure: {value, target, met}}`, by name. A figure without a target
 * is there to be read beside the others.
 */
export function judgeLibrary({
  popup,
  newest,
  search,
  cold,
  smooth,
  duplicates,
  saves,
  fill,
  sizes,
}) {
  const figures = {}
  const judge = (name, value, target) => {
    figures[name] = target
      ? { value: round(value), target, met: value <= target }
      : { value: round(value) }
  }
  for (const [when, times] of Object.entries(popup ?? {}))
    judge(`popup_${when}_to_blank_page`, ratio(times), 1.3)
  if (newest) judge('newest_50_to_raw', median(newest.ours) / median(newest.bare), 1.5)
  for (const [kind, { ms }] of Object.entries(search ?? {})) {
    const name = `search_${kind.replaceAll(' ', '_')}`
    judge(`${name}_p50_ms`, median(ms))
    judge(`${name}_p95_ms`, quantile(ms, 0.95), patience[kind] ?? usualPatience)
  }
  if (cold) judge('first_search_after_idle_ms', median(cold), 50)
  for (const [what, ms] of Object.entries(smooth ?? {}))
    judge(`longest_task_${what}_ms`, ms, longestTask)
  if (duplicates) judge('possible_duplicates_s', duplicates.ms / 1000, 5)
  if (saves) judge('save_to_bare_put', median(saves.ours) / median(saves.bare), 2)
  if (fill) {
    const whole = (of) => fill.reduce((sum, part) => sum + of(part), 0)
    judge('import_to_bulk_floor', whole(({ ours }) => ours) / whole(({ bare }) => bare), 2)
    const costs = fill.map(({ from, to, ours }) => ours / (to - from))
    for (const [n, { to }] of fill.entries()) judge(`import_to_${to}_ms_a_record`, costs[n])
    judge('import_last_records_to_first', costs.at(-1) / costs[0], 1.3)
  }
  if (sizes) judge('index_to_raw_json', sizes.index / sizes.raw, 0.3)
  return figures
}

/** The figures as lines for people. */
export function tableOfLibrary(figures) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  const line = ([name, { value, target, met }]) =>
    target
      ? `${name.padEnd(width)}${String(value).padStart(8)}${`≤ ${target}`.padStart(8)}  ${met ? 'met' : 'NOT MET'}`
      : `${name.padEnd(width)}${String(value).padStart(8)}`
  return Object.entries(figures).map(line).join('\n')
}
