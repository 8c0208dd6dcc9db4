// What the measurements say about the targets.
import { median, quantile } from './samples.mjs'

/** The classes of pages by their number of elements; the made pages are classes of their own. */
export function classOf({ id, elements }) {
  if (id === '5 MB' || id === '50,000 elements') return id
  if (elements < 500) return 'small'
  return elements < 3000 ? 'medium' : 'large'
}

/** The targets, each a ratio per page that must not be exceeded on any. */
export const targets = {
  detection_to_floor: { target: 2, of: ({ detection, floor }, by) => detection[by] / floor[by] },
  capture_to_5_floors_or_1_ms: {
    target: 1,
    of: ({ capture, floor }, by) => capture[by] / Math.max(5 * floor[by], 1),
  },
  capture_to_readability: {
    target: 0.05,
    of: ({ capture, readability }, by) => capture[by] / readability[by],
  },
}

/**
 * For each target `{value, target, met, worst_page, median, by_min, pages_over, classes}`: `value` is the worst page's ratio
 * of medians, `by_min` that of minima (on a machine that is busy with other things, the truer one).
 */
export function judge(rows) {
  const names = [...new Set(rows.map(classOf))]
  return Object.fromEntries(
    Object.entries(targets).map(([name, { target, of }]) => {
      const figures = (some) => {
        const ratios = some.map((row) => of(row, 'median'))
        return {
          value: round(Math.max(...ratios)),
          median: round(median(ratios)),
          by_min: round(Math.max(...some.map((row) => of(row, 'min')))),
          pages_over: ratios.filter((ratio) => ratio > target).length,
          pages: ratios.length,
        }
      }
      const all = figures(rows)
      const worst = rows.toSorted((a, b) => of(b, 'median') - of(a, 'median'))
      const classes = names.map((each) => [each, figures(rows.filter((r) => classOf(r) === each))])
      return [
        name,
        {
          value: all.value,
          target,
          met: all.value <= target,
          ...all,
          worst_pages: worst.slice(0, 5).map((row) => `${row.id} ${round(of(row, 'median'))}`),
          classes: Object.fromEntries(classes),
        },
      ]
    }),
  )
}

/** The capture's own times in ms: the first call of a page, which is what a click pays, and a warm one. */
export function captureTimes(rows) {
  const figures = (by) => {
    const ms = rows.map(({ capture }) => capture[by])
    return {
      median: round(median(ms)),
      p95: round(quantile(ms, 0.95)),
      max: round(Math.max(...ms)),
    }
  }
  return { warm_ms: figures('median'), first_call_ms: figures('first') }
}

/** Three digits are all that such a measurement has. */
export function round(value) {
  return Number(value.toPrecision(3))
}
