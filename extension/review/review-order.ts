/**
 * The order in which papers come up for review. Each is named by the number that its row had when it came in: a decision gives the
 * row another number, and the paper keeps its place.
 */
export class ReviewOrder {
  #numbers: Uint32Array
  /** Papers that were looked at: their ids, by their numbers. */
  readonly #ids = new Map<number, string>()
  readonly #decided = new Set<number>()
  #gone = new Set<number>()
  #skipped = new Set<number>()

  constructor(waiting: Uint32Array) {
    this.#numbers = waiting
  }

  /** Papers that there are, those that are decided or gone by now among them. */
  get length(): number {
    return this.#numbers.length
  }

  /** The paper at a place; undefined where there is none, or it is gone. */
  at(place: number): number | undefined {
    const number = this.#numbers[place]
    return number !== undefined && this.#gone.has(number) ? undefined : number
  }

  /** Where a paper stands; -1 where it is not among these. */
  placeOf(number: number): number {
    return this.#numbers.indexOf(number)
  }

  idOf(number: number): string | undefined {
    return this.#ids.get(number)
  }

  setId(number: number, id: string): void {
    this.#ids.set(number, id)
  }

  isDecided(number: number): boolean {
    return this.#decided.has(number)
  }

  setDecided(number: number, isDecided: boolean): void {
    if (isDecided) this.#decided.add(number)
    else this.#decided.delete(number)
  }

  /** Notes that a paper cannot be found any more. */
  lose(number: number): void {
    this.#gone.add(number)
  }

  /** Papers that are neither decided nor gone. */
  get left(): number {
    let settled = this.#decided.size
    for (const number of this.#gone) if (!this.#decided.has(number)) settled += 1
    return this.length - settled
  }

  /** Lets what was skipped come again, behind everything else and in the order that it had; the place of the first. */
  comeAgain(): number {
    const settled = this.#numbers.filter((number) => !this.#isLeft(number))
    const left = this.#numbers.filter((number) => this.#isLeft(number))
    this.#skipped = new Set(left)
    this.#numbers = joined(settled, left)
    return settled.length
  }

  /** True for a paper that was skipped and has come again. */
  wasSkipped(number: number): boolean {
    return this.#skipped.has(number)
  }

  #isLeft(number: number): boolean {
    return !this.#decided.has(number) && !this.#gone.has(number)
  }
}

/** Row numbers, those of the first before those of the second. */
export function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
