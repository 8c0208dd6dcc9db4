import type { Outcome, ReviewFlow } from '../../src/library/flow.ts'
import { number, t } from '../i18n.ts'

/** More reasons than these have no room in a box. */
const mostReasons = 8

/** A box of the picture: what goes on stands on the left, what leaves on the right. */
export interface Box {
  column: 0 | 1
  row: number
  lines: string[]
}

/**
 * The boxes of a review's flow as PRISMA 2020 draws it, one row for each step; where no full text was assessed, the steps that are about
 * them are left out.
 */
export function boxesOf(flow: ReviewFlow): Box[] {
  const { early, assessed } = flow
  const n = (key: string, count: number) => `${t(key)} (n = ${number(count)})`
  const left = flow.found - flow.duplicates - flow.removed
  const reasonsOf = ({ reasons }: Outcome) =>
    reasons
      .slice(0, mostReasons)
      .map(({ reason, records }) => `${short(reason)} (n = ${number(records)})`)
  const rows: [lines: string[], beside?: string[]][] = [
    [
      [n('flowFound', flow.found)],
      [n('flowDuplicates', flow.duplicates), n('flowRemoved', flow.removed)],
    ],
    [[n('flowLeft', left)], [n('flowWaiting', flow.waiting)]],
  ]
  const screened = [n('flowScreened', flow.screened)]
  const excluded = [n('statusExcluded', early.excluded), ...reasonsOf(early)]
  if (assessed.records === 0) {
    rows.push([screened, [...excluded, n('maybe', early.maybe)]])
    rows.push([[n('statusIncluded', early.included)]])
  } else {
    rows.push([screened, excluded])
    rows.push([
      [n('flowPassed', early.included + early.maybe + assessed.records)],
      [n('flowUnassessed', early.included + early.maybe)],
    ])
    rows.push([
      [n('flowAssessed', assessed.records)],
      [n('statusExcluded', assessed.excluded), ...reasonsOf(assessed), n('maybe', assessed.maybe)],
    ])
    rows.push([[n('statusIncluded', assessed.included)]])
  }
  return rows.flatMap(([lines, beside], row) => [
    { column: 0 as const, row, lines },
    ...(beside ? [{ column: 1 as const, row, lines: beside }] : []),
  ])
}

/** A reason that fits into its box. */
function short(reason: string): string {
  return reason.length > 34 ? `${reason.slice(0, 33)}…` : reason
}
