import { Bytes } from './bytes.ts'

/** What the records of a segment are sorted by, for each by its place; the one saved last has the last place. */
export interface Order {
  /** The numbers of the records' rows. */
  numbers: Uint32Array
  /** When each was saved, in whole seconds since 1970. */
  seconds: Uint32Array
}

/** What they are filtered by, which few searches need, and what tells papers with one title. */
export interface Filters {
  /** 0 where none is known. */
  years: Uint16Array
  /** `standingNumbers` of indexed.ts. */
  standings: Uint8Array
  /** `titleHash` of indexed.ts. */
  titles: Uint32Array
}

/** The order of records in a segment and in an answer: by the second in which they were saved, then by their rows' numbers. */
export function bySaving(
  a: { seconds: number; n: number },
  b: { seconds: number; n: number },
): number {
  return a.seconds - b.seconds || a.n - b.n
}

/**
 * An order in bytes, about four a record: for each record the distances of its number and of its time from the one before,
 * the first of which may be negative and is written zigzag.
 */
export function packOrder({ numbers, seconds }: Order): Uint8Array {
  const bytes = new Bytes()
  let lastNumber = 0
  let lastSecond = 0
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place] as number
    const second = seconds[place] as number
    const step = number - lastNumber
    bytes.number(step >= 0 ? step * 2 : step * -2 - 1)
    bytes.number(second - lastSecond)
    lastNumber = number
    lastSecond = second
  }
  return bytes.view().slice()
}

/** The order of `count` records out of bytes; undefined where these are not of so many. */
export function unpackOrder(bytes: Uint8Array, count: number): Order | undefined {
  const order = { numbers: new Uint32Array(count), seconds: new Uint32Array(count) }
  let at = 0
  const number = (): number => {
    let value = 0
    // Times are beyond 31 bits some day, so bits are not shifted but multiplied.
    for (let worth = 1; ; worth *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * worth
      if (byte < 128) return value
    }
  }
  let lastNumber = 0
  let lastSecond = 0
  for (let place = 0; place < count; place++) {
    const step = number()
    lastNumber += step % 2 === 0 ? step / 2 : (step + 1) / -2
    lastSecond += number()
    order.numbers[place] = lastNumber
    order.seconds[place] = lastSecond
  }
  return at === bytes.length ? order : undefined
}
