/**
 * The order in which papers come up for review. Each is named by the number that its row had when it came in: a decision gives the
 * row another number, and the paper keeps its place.
 */
export class ReviewOrder {
  #numbers: Uint32Array
  /** Papers that were looked at: their ids, by their numbers. */
  readonly #ids = new Map<number, string>()
  /** Numbers that these papers' rows have by now, and the numbers that they have here. */
  readonly #renumbered = new Map<number, number>()
  readonly #decided = new Set<number>()
  #gone = new Set<number>()
  #skipped = new Set<number>()

  #inserted = 0
  #begun = 0
  #ended = 0

  constructor(waiting: Uint32Array) {
    this.#numbers = waiting
  }

  /** Papers that there are, those that are decided or gone by now among them. */
  get length(): number {
    return this.#numbers.length
  }

  /** The paper at a place; undefined where there is none. */
  at(place: number): number | undefined {
    return this.#numbers[place]
  }

  /** True for a paper that waits no more, though nothing was decided here: it is in the trash, or was decided elsewhere. */
  isGone(number: number): boolean {
    return this.#gone.has(number)
  }

  /** Where a paper stands; -1 where it is not among these. */
  placeOf(number: number): number {
    return this.#numbers.indexOf(number)
  }

  /** Puts a paper in that waits again and came up before this order was made; the number that it has here. */
  insert(id: string, place: number): number {
    // No row has such a number.
    const number = 0xffffffff - this.#inserted
    this.#inserted += 1
    this.#ids.set(number, id)
    const before = joined(this.#numbers.subarray(0, place), Uint32Array.of(number))
    this.#numbers = joined(before, this.#numbers.subarray(place))
    return number
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
    this.#gone.delete(number)
  }

  /** Notes that an edit of one of these papers is sent; what it returns is called once that is answered. */
  beginEdit(): () => void {
    this.#begun += 1
    return () => {
      this.#ended += 1
    }
  }

  /** A number that is another one after each edit; undefined while one is under way. */
  get edited(): number | undefined {
    return this.#begun === this.#ended ? this.#begun : undefined
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

  /** Those of some rows that are not known here by their numbers. */
  newAmong(rows: Uint32Array): Uint32Array {
    const known = new Set(this.#numbers)
    return rows.filter((row) => !known.has(row) && !this.#renumbered.has(row))
  }

  /** True where a row may be a paper's that was looked at, under another number. */
  get hasIds(): boolean {
    return this.#ids.size > 0
  }

  /**
   * Follows the library: `waiting` are the rows that wait now, `ids` the ids of those among them that are new here; a row of
   * `waiting` in neither is left for the next time. New papers come behind all others.
   */
  follow(waiting: Uint32Array, ids: ReadonlyMap<number, string | undefined>): void {
    const numbers = new Map([...this.#ids].map(([number, id]) => [id, number]))
    const added: number[] = []
    for (const [row, id] of ids) {
      const number = id === undefined ? undefined : numbers.get(id)
      if (number === undefined) added.push(row)
      else this.#renumbered.set(row, number)
    }
    this.#numbers = joined(this.#numbers, Uint32Array.from(added))
    const wait = new Set([...waiting].map((row) => this.#renumbered.get(row) ?? row))
    this.#gone = new Set()
    for (const number of this.#numbers) {
      // What was decided here waits again where that was taken back elsewhere.
      if (wait.has(number)) this.#decided.delete(number)
      else if (!this.#decided.has(number)) this.#gone.add(number)
    }
  }

  /** Lets what was skipped come again, behind everything else and in the order that it had; the place of the first. */
  comeAgain(): number {
    const settled = this.#numbers.filter((number) => !this.#isLeft(number))
    const left = this.#numbers.filter((number) => this.#isLeft(number))
    this.#skipped = new Set(left)
    this.#numbers = joined(settled, left)
    return settled.length
  }

  /** True for a paper that was skipped, has come again and is still not decided. */
  wasSkipped(number: number): boolean {
    return this.#skipped.has(number) && this.#isLeft(number)
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
