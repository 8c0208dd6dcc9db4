import { useEffect, useRef, useState } from 'preact/hooks'
import { errorText } from '../ui/error-text.ts'
import type { LibraryReader } from '../ui/library-reader.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useQuietChange } from '../ui/use-quiet-change.ts'
import { ReviewOrder } from './review-order.ts'
import { type Project, waitingPapers } from './waiting-papers.ts'

/** Rows that are read at a time. */
const manyRows = 2000

/** A project's papers in their order, which follows the library. */
export interface Ordered {
  /** Undefined while it is read. */
  order: ReviewOrder | undefined
  /** Papers of the project. */
  of: number
  /** Rises each time that `order` has followed the library. */
  turn: number
}

/** The order of a project's papers; none until there is one. What is saved meanwhile comes in once the library is left alone. */
export function useOrder(project: Project | undefined): Ordered {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [ordered, setOrdered] = useState<Ordered>(none)
  const newest = useRef(0)
  useEffect(() => {
    let here = true
    // How many there were stands until it is known how many there are.
    setOrdered(({ of }) => ({ ...none, of }))
    if (!project) return
    waitingPapers(library, project).then(
      ({ waiting, decided }) => {
        if (!here) return
        setOrdered({ order: new ReviewOrder(waiting), of: waiting.length + decided, turn: 0 })
      },
      (error: unknown) => fail(errorText(error)),
    )
    return () => {
      here = false
    }
  }, [library, project, fail])

  const follow = async (order: ReviewOrder, of: Project) => {
    newest.current += 1
    const mine = newest.current
    const { edited } = order
    const { waiting, decided } = await waitingPapers(library, of)
    const ids = await idsOf(library, order.newAmong(waiting), order.hasIds)
    // A later reading knows more, and one that a decision crossed less; that decision is a change which is followed.
    if (mine !== newest.current || edited === undefined || edited !== order.edited) return
    order.follow(waiting, ids)
    setOrdered((now) =>
      now.order === order ? { order, of: waiting.length + decided, turn: now.turn + 1 } : now,
    )
  }
  useQuietChange(() => {
    if (project && ordered.order)
      follow(ordered.order, project).catch((error: unknown) => fail(errorText(error)))
  })
  return ordered
}

/** The ids of rows by their numbers, all undefined where none is asked for; rows that have gone are left out. */
async function idsOf(
  library: LibraryReader,
  rows: Uint32Array,
  isAsked: boolean,
): Promise<Map<number, string | undefined>> {
  const ids = new Map<number, string | undefined>()
  if (!isAsked) for (const row of rows) ids.set(row, undefined)
  for (let from = 0; isAsked && from < rows.length; from += manyRows) {
    const numbers = [...rows.subarray(from, from + manyRows)]
    const found = await library.rows(numbers)
    numbers.forEach((row, at) => {
      const id = found[at]?.id
      if (id !== undefined) ids.set(row, id)
    })
  }
  return ids
}

const none: Ordered = { order: undefined, of: 0, turn: 0 }
