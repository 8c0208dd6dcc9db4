/**
 * How often a fault is made: `once` in `npm test`, `full` in `npm run test:faults`, which sets `OFFPRINT_FAULTS=full`.
 */
export function rounds({ once, full }: { once: number; full: number }): number {
  return process.env.OFFPRINT_FAULTS === 'full' ? full : once
}

/** A time to wait for this round, in ms: the rounds are spread from 0 to `longest`, so that each meets the work elsewhere. */
export function moment(round: number, of: number, longest: number): number {
  return Math.round((longest * round) / Math.max(1, of - 1))
}
