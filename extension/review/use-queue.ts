import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Decision, LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import type { RecordEdit } from '../messages.ts'
import { errorText } from '../ui/error-text.ts'
import { useShell } from '../ui/shell.ts'
import { standingText } from '../ui/standing-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { useLibraryChange } from '../ui/use-library-change.ts'
import type { ReviewOrder } from './review-order.ts'
import { type Decided, useDecided } from './use-decided.ts'
import { useOrder } from './use-order.ts'
import { useSteps } from './use-steps.ts'
import type { Project } from './waiting-papers.ts'

/** What became of taking a decision back. */
export interface TakenBack {
  /** The paper as it stands now. */
  record: LibraryRecord
  /** False where it was decided elsewhere since, and is left so. */
  isDone: boolean
}

/** Where a step led. */
export interface Step {
  /** Papers that were skipped and come again from here on; 0 where the queue has not come to its end. */
  again: number
}

/** Papers that are not decided yet, one after the other. */
export interface Queue {
  /** The paper that is on; undefined where there is none, or while it is read. */
  record: LibraryRecord | undefined
  /** True where the paper that is on was skipped before. */
  wasSkipped: boolean
  isReading: boolean
  /** Papers of the project, and how many of them are decided. */
  of: number
  reviewed: number
  /** Decides about the paper that is on, and goes to the next one at once; undefined where it was not kept, and the paper is back. */
  decide(
    decision: Decision,
    reasonFor: (record: LibraryRecord) => string | undefined,
  ): Promise<(Step & { id: string; reason: string | undefined }) | undefined>
  move(by: 1 | -1): Promise<Step>
  /** Takes the last decision back, and goes to its paper; undefined where there is none. */
  undo(): Promise<TakenBack | undefined>
  canUndo: boolean
}

/** A paper on the screen, or none, and its place in the queue. */
interface Shown {
  record?: LibraryRecord
  place: number
}

/**
 * The queue of a project; none until there is one. It keeps its order, so that nothing moves under the person's
 * hands; papers that go meanwhile are passed over, those that come are put behind all others, and what was skipped comes again at
 * the end.
 */
export function useQueue(project: Project | undefined): Queue {
  const { library } = useShell()
  const { fail, tell } = useAnnouncer()
  const ask = useAsk()
  const { search, pass = 'abstract' } = project ?? {}
  const queued = useMemo(
    () => (search === undefined ? undefined : { search, pass }),
    [search, pass],
  )
  const { order, of, turn } = useOrder(queued)
  const isFull = pass === 'fullText'
  const newest = useRef(order)
  newest.current = order
  const [{ record, place }, setShown] = useState<Shown>({ place: 0 })
  /** What is shown, without waiting for it to be drawn: two keys may be pressed before. */
  const showing = useRef<Shown>({ place: 0 })
  const show = useCallback((next: Shown, of: ReviewOrder | undefined) => {
    // What was read for a project that is left comes too late.
    if (of !== newest.current) return
    showing.current = next
    setShown(next)
  }, [])
  const decided = useDecided(queued)
  /** The next paper, which is read before it is wanted. */
  const ready = useRef<{ number: number; record: Promise<LibraryRecord | undefined> }>(undefined)
  const steps = useSteps()
  /** Edits are sent one after the other. */
  const sent = useRef<Promise<unknown>>(Promise.resolve())
  const report = useCallback((error: unknown) => fail(errorText(error)), [fail])
  /** The record of a paper of the queue; undefined where it is gone. */
  const recordOf = useCallback(
    async (number: number, from: ReviewOrder) => {
      // A record that was changed here has another number by now, and the same id.
      const id = from.idOf(number) ?? (await library.rows([number]))[0]?.id
      if (id === undefined) return undefined
      from.setId(number, id)
      const found = await library.get(id)
      return found && !found.deleted ? found : undefined
    },
    [library],
  )

  const go = useCallback(
    async (from: number, by: 1 | -1): Promise<Step> => {
      if (!order) return { again: 0 }
      /** Shows the first paper that is there, from a place on; false where there is none. */
      const showFrom = async (first: number): Promise<boolean> => {
        for (let at = first; at >= 0 && at < order.length; at += by) {
          const number = order.at(at)
          if (number === undefined || order.isGone(number)) continue
          const isReady = ready.current?.number === number
          const found = await (isReady ? ready.current?.record : recordOf(number, order))
          if (!found) {
            order.lose(number)
            continue
          }
          show({ record: found, place: at }, order)
          const next = order.at(at + 1)
          if (next === undefined) return true
          const read = recordOf(next, order)
          // Whoever wants it hears of its error.
          read.catch(() => undefined)
          ready.current = { number: next, record: read }
          return true
        }
        return false
      }
      if ((await showFrom(from)) || by === -1) return { again: 0 }
      if (await showFrom(order.comeAgain())) return { again: order.left }
      show({ place: order.length }, order)
      return { again: 0 }
    },
    [order, recordOf, show],
  )
  /** Goes on once all steps before it are made; `from` is asked only then. */
  const step = useCallback(
    async (from: () => number, by: 1 | -1): Promise<Step> => {
      let made: Step = { again: 0 }
      await steps
        .make(async () => {
          made = await go(from(), by)
        })
        .catch(report)
      return made
    },
    [go, steps, report],
  )
  useEffect(() => {
    ready.current = undefined
    show({ place: 0 }, order)
    void step(() => 0, 1)
  }, [order, step, show])
  // What is decided about is what stands there now: two pages may have the same paper on.
  useLibraryChange(({ ids }) => {
    const { record: shown, place: at } = showing.current
    if (!shown || (ids.length > 0 && !ids.includes(shown.id))) return
    library.get(shown.id).then((fresh) => {
      if (showing.current.record !== shown || !fresh || fresh.deleted) return
      if (fresh.decision !== shown.decision)
        tell(t('decidedElsewhere', standingText(fresh) || t('notDecided')))
      show({ record: fresh, place: at }, order)
    }, report)
  })
  useEffect(() => {
    // Who has come to the end goes on with what came in; who reads a paper is left alone.
    if (turn > 0 && !showing.current.record && !steps.areWaiting())
      void step(() => showing.current.place, 1)
  }, [turn, step, steps])

  const edit = (id: string, change: RecordEdit) => {
    const end = order?.beginEdit()
    const reply = sent.current.then(() => ask('record:edit', { id, edit: change })).finally(end)
    sent.current = reply.catch(() => undefined)
    return reply
  }
  const decide: Queue['decide'] = async (decision, reasonFor) => {
    const { record: shown, place: at } = showing.current
    const number = order?.at(at)
    // Who moved on has not seen yet what a decision would be about.
    if (!order || !shown || number === undefined || steps.areWaiting()) return undefined
    const { id } = shown
    const reason = reasonFor(shown)
    const mine: Decided = {
      number,
      id,
      made: decision,
      before: {
        decision: shown.decision ?? null,
        reason: shown.reason ?? null,
        ...(isFull && { assessed: shown.assessed ?? null }),
      },
      wasDecided: order.isDecided(number),
    }
    decided.keep([...decided.newest(), mine])
    order.setDecided(number, true)
    // Nobody decides twice about one paper because a disk is slow: what is shown is no longer the one that was decided.
    show({ place: at }, order)
    const gone = step(() => at + 1, 1)
    const reply = await edit(id, {
      decision,
      reason: reason ?? null,
      ...(isFull && { assessed: true }),
    })
    const made = await gone
    if (reply.ok) return { ...made, id, reason }
    decided.keep(decided.newest().filter((each) => each !== mine))
    order.setDecided(number, mine.wasDecided === true)
    await steps.make(() => show({ record: shown, place: order.placeOf(number) }, order))
    return undefined
  }
  const undo: Queue['undo'] = async () => {
    const last = decided.newest().at(-1)
    if (!order || !last) return undefined
    decided.keep(decided.newest().slice(0, -1))
    await sent.current
    const now = await library.get(last.id).catch(report)
    if (!now) return undefined
    if (now.decision !== last.made) return { record: now, isDone: false }
    const reply = await edit(last.id, last.before)
    if (!reply.ok) {
      decided.keep([...decided.newest(), last])
      return undefined
    }
    ready.current = undefined
    const place = showing.current.place
    const number = last.number ?? order.insert(last.id, Math.min(place, order.length))
    order.setDecided(number, last.wasDecided === true)
    await steps.make(() => show({ record: reply.value, place: order.placeOf(number) }, order))
    return { record: reply.value, isDone: true }
  }
  const number = order?.at(place)
  return {
    record,
    wasSkipped: number !== undefined && order?.wasSkipped(number) === true,
    isReading: order === undefined || (record === undefined && place < order.length),
    of,
    reviewed: of - (order?.left ?? of),
    decide,
    move: (by) => step(() => showing.current.place + by, by),
    undo,
    canUndo: decided.count > 0,
  }
}
