import { expect } from 'vitest'

/**
 * How much longer ten times as much may take. Quadratic work takes 100 times as long; linear work 10 times, and up to 40
 * where the larger of the two no longer fits a cache or wakes the collector of garbage (then take another `size`).
 */
const steepest = 60

/** Milliseconds below which the clock and a collector of garbage are all that is measured. */
const floor = 2

/** Options of a test that uses `growsLinearly`: enough for a machine that is slow and busy. */
export const untilMeasured = { timeout: 240_000 }

/**
 * Fails where work over ten times as much takes far more than ten times as long. `size` is the smaller of the two, and
 * `input` makes what is worked on from a size, outside the measurement.
 *
 * Nothing here is measured against a clock: a slow machine is slow at both sizes, and time that others had the processor
 * is not counted. What is left of chance is got rid of by taking the quickest of several runs, and by measuring again
 * before it is called slow.
 */
export async function growsLinearly(
  input: (size: number) => string,
  work: (input: string) => unknown,
  size = 10_000,
): Promise<void> {
  const small = input(size)
  const large = input(size * 10)
  let once = Number.POSITIVE_INFINITY
  let tenfold = Number.POSITIVE_INFINITY
  const started = processorTime()
  for (let round = 1; round <= 6; round++) {
    // The large one first: it warms up the code, so that the small one is not the slower for being the first.
    tenfold = Math.min(tenfold, await duration(work, large))
    for (let run = 0; run < 3; run++) once = Math.min(once, await duration(work, small))
    if (tenfold <= steepest * Math.max(once, floor)) return
    if (round >= 3 && processorTime() - started > 20_000) break
  }
  expect.fail(
    `ten times ${size} of ${JSON.stringify(small.slice(0, 60))} took ${tenfold.toFixed(1)} ms, once ${once.toFixed(1)} ms`,
  )
}

/** `unit` over and over, up to a number of characters: the input that most patterns are slow on, if they are. */
export function repeated(unit: string): (size: number) => string {
  return (size) => unit.repeat(Math.ceil(size / unit.length))
}

async function duration(work: (input: string) => unknown, input: string): Promise<number> {
  const started = processorTime()
  await work(input)
  return processorTime() - started
}

/** Milliseconds that this process has had a processor; each test file runs in a process of its own. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
