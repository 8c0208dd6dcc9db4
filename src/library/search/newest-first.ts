import type { Order } from './columns.ts'

/** Places of one part that stand behind each other among the records of all parts: from `from` down to `to`. */
export interface Run {
  part: number
  from: number
  to: number
}

/**
 * The places of all parts from the record saved last on. Parts come one after the other in time, but for a few records, so
 * that there are little more runs than parts; it is worked out once and serves every search.
 */
export function runsByTime(parts: readonly Order[]): Run[] {
  const runs: Run[] = []
  const heads = parts.map(({ numbers }) => numbers.length - 1)
  for (;;) {
    let newest = -1
    let next = -1
    for (let part = 0; part < parts.length; part++) {
      if ((heads[part] as number) < 0) continue
      if (newest < 0 || isNewer(parts, heads, part, newest)) {
        next = newest
        newest = part
      } else if (next < 0 || isNewer(parts, heads, part, next)) next = part
    }
    if (newest < 0) return runs
    const from = heads[newest] as number
    const to = next < 0 ? 0 : lastBefore(parts, heads, newest, next)
    runs.push({ part: newest, from, to })
    heads[newest] = to - 1
  }
}

/** The last place of a part, going down from its head, that stands before another part's head. */
function lastBefore(parts: readonly Order[], heads: number[], part: number, other: number): number {
  let from = 0
  let to = heads[part] as number
  const at = [...heads]
  while (from < to) {
    const middle = (from + to) >> 1
    at[part] = middle
    if (isNewer(parts, at, part, other)) to = middle
    else from = middle + 1
  }
  return to
}

/** True where the record at a part's place was saved after that at another's. */
function isNewer(
  parts: readonly Order[],
  places: readonly number[],
  part: number,
  other: number,
): boolean {
  const a = parts[part] as Order
  const b = parts[other] as Order
  const mine = places[part] as number
  const theirs = places[other] as number
  const seconds = (a.seconds[mine] as number) - (b.seconds[theirs] as number)
  return (
    seconds > 0 || (seconds === 0 && (a.numbers[mine] as number) > (b.numbers[theirs] as number))
  )
}

/** Room that hits are put in order in: a new one for each search would be rubbish of megabytes. */
let room = { first: new Uint32Array(), others: new Uint32Array() }

/** The numbers of the rows that answer, by the ranks of each part's places: those of rank 2 before the others, then the newest first. */
export function inOrder(
  parts: readonly Order[],
  runs: readonly Run[],
  ranks: readonly Uint8Array[],
): Uint32Array {
  // One more than there can be, for the number that is written behind the last.
  const most = parts.reduce((sum, { numbers }) => sum + numbers.length, 1)
  if (room.first.length < most)
    room = { first: new Uint32Array(most), others: new Uint32Array(most) }
  const { first, others } = room
  let inFirst = 0
  let inOthers = 0
  for (const { part, from, to } of runs) {
    const { numbers } = parts[part] as Order
    const own = ranks[part] as Uint8Array
    // Each number is written to both and only one of them goes on: nobody can guess which, so a branch would take longer.
    for (let place = from; place >= to; place--) {
      const number = numbers[place] as number
      const rank = own[place] as number
      first[inFirst] = number
      inFirst += rank >> 1
      others[inOthers] = number
      inOthers += rank & 1
    }
  }
  const ordered = new Uint32Array(inFirst + inOthers)
  ordered.set(first.subarray(0, inFirst))
  ordered.set(others.subarray(0, inOthers), inFirst)
  return ordered
}
