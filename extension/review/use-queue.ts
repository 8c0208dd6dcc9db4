import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Decision, LibraryRecord } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'
import type { Pass } from '../settings.ts'
import { errorText } from '../ui/error-text.ts'
import type { LibraryReader } from '../ui/library-reader.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { useSteps } from './use-steps.ts'

/** A decision, with its reason where there is one. */
interface Decided {
  place: number
  id: string
  /** What the record had before. */
  before: { decision: Decision | null; reason: string | null; assessed?: true | null }
}

/** Papers that are not decided yet, one after the other. */
export interface Queue {
  /** The paper that is on; undefined where there is none, or while it is read. */
  record: LibraryRecord | undefined
  isReading: boolean
  /** Papers of the project, and how many of them are decided. */
  of: number
  reviewed: number
  /** Decides about the paper that is on, and goes to the next one at once; true where it was kept, else its paper is back. */
  decide(decision: Decision, reason?: string): Promise<boolean>
  move(steps: 1 | -1): void
  /** Takes the last decision of this review back and goes to its paper; that paper, or undefined where there is none. */
  undo(): Promise<LibraryRecord | undefined>
  canUndo: boolean
}

/** The papers that a review is about: those that a search finds (empty: all), and what they are decided by. */
export interface Project {
  search: string
  pass: Pass
}

/**
 * The queue of a project; none until there is one. It is read once and keeps its order, so that nothing moves under the person's
 * hands; papers that go meanwhile are passed over.
 */
export function useQueue(project: Project | undefined): Queue {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const ask = useAsk()
  const [numbers, setNumbers] = useState<Uint32Array>()
  const [of, setOf] = useState(0)
  const [place, showPlace] = useState(0)
  const [record, setShown] = useState<LibraryRecord>()
  /** What is shown, without waiting for it to be drawn: two keys may be pressed before. */
  const showing = useRef<LibraryRecord | undefined>(undefined)
  const setRecord = useCallback((next: LibraryRecord | undefined) => {
    showing.current = next
    setShown(next)
  }, [])
  /** Where the queue is, without waiting for it to be drawn. */
  const standing = useRef(0)
  const setPlace = useCallback((next: number) => {
    standing.current = next
    showPlace(next)
  }, [])
  const steps = useSteps()
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const known = useRef(new Map<number, string>())
  /** The next paper, which is read before it is wanted. */
  const ready = useRef<{ at: number; record: Promise<LibraryRecord | undefined> }>(undefined)
  /** Edits are sent one after the other. */
  const sent = useRef<Promise<unknown>>(Promise.resolve())
  const { search, pass } = project ?? { search: undefined, pass: 'abstract' }
  const isFull = pass === 'fullText'

  const report = useCallback((error: unknown) => fail(errorText(error)), [fail])
  useEffect(() => {
    let here = true
    setNumbers(undefined)
    setRecord(undefined)
    if (search === undefined) return
    numbersOf(library, search, pass).then(({ waiting, decided }) => {
      if (!here) return
      known.current = new Map()
      setDecided([])
      setPlace(0)
      ready.current = undefined
      setOf(waiting.length + decided)
      setNumbers(waiting)
    }, report)
    return () => {
      here = false
    }
  }, [library, search, pass, report, setRecord, setPlace])

  /** The record at a place of the queue; undefined where it is gone. */
  const recordAt = useCallback(
    async (at: number, places: Uint32Array) => {
      const n = places[at]
      if (n === undefined) return undefined
      // A record that was changed here has another number by now, and the same id.
      const id = known.current.get(at) ?? (await library.rows([n]))[0]?.id
      if (id === undefined) return undefined
      known.current.set(at, id)
      const found = await library.get(id)
      return found && !found.deleted ? found : undefined
    },
    [library],
  )

  const go = useCallback(
    async (from: number, by: 1 | -1) => {
      if (!numbers) return
      for (let at = from; at >= 0 && at < numbers.length; at += by) {
        const isReady = ready.current?.at === at
        const found = await (isReady ? ready.current?.record : recordAt(at, numbers))
        if (!found) continue
        setPlace(at)
        setRecord(found)
        const next = recordAt(at + 1, numbers)
        // Whoever wants it hears of its error.
        next.catch(() => undefined)
        ready.current = { at: at + 1, record: next }
        return
      }
      if (by === 1) {
        setPlace(numbers.length)
        setRecord(undefined)
      }
    },
    [numbers, recordAt, setRecord, setPlace],
  )
  useEffect(() => void steps.make(() => go(0, 1)).catch(report), [go, steps, report])

  const edit = (id: string, change: RecordEdit) => {
    const reply = sent.current.then(() => ask('record:edit', { id, edit: change }))
    sent.current = reply.catch(() => undefined)
    return reply
  }
  const decide = async (decision: Decision, reason?: string) => {
    const shown = showing.current
    // Who moved on has not seen yet what a decision would be about.
    if (!shown || steps.areWaiting()) return false
    const { id } = shown
    const place = standing.current
    const mine: Decided = {
      place,
      id,
      before: {
        decision: shown.decision ?? null,
        reason: shown.reason ?? null,
        ...(isFull && { assessed: shown.assessed ?? null }),
      },
    }
    setDecided((all) => [...all.filter((each) => each.id !== id), mine])
    // Nobody decides twice about one paper because a disk is slow: what is shown is no longer the one that was decided.
    setRecord(undefined)
    const gone = steps.make(() => go(place + 1, 1)).catch(report)
    const reply = await edit(id, {
      decision,
      reason: reason ?? null,
      ...(isFull && { assessed: true }),
    })
    await gone
    if (reply.ok) return true
    setDecided((all) => all.filter((each) => each !== mine))
    await steps.make(() => {
      setPlace(place)
      setRecord(shown)
    })
    return false
  }
  const undo = async () => {
    const last = decided.at(-1)
    if (!last) return undefined
    setDecided((all) => all.slice(0, -1))
    const reply = await edit(last.id, last.before)
    if (!reply.ok) {
      setDecided((all) => [...all, last])
      return undefined
    }
    ready.current = undefined
    await steps.make(() => {
      setPlace(last.place)
      setRecord(reply.value)
    })
    return reply.value
  }
  const length = numbers?.length ?? 0
  return {
    record,
    isReading: numbers === undefined || (record === undefined && place < length),
    of,
    reviewed: of - length + decided.length,
    decide,
    move: (by) => void steps.make(() => go(standing.current + by, by)).catch(report),
    undo,
    canUndo: decided.length > 0,
  }
}

/** The row numbers of the papers that wait for a decision, and how many of the project have theirs. */
async function numbersOf(library: LibraryReader, search: string, pass: Pass) {
  const ask = (standing: string) =>
    library.numbers({ text: `${closed(search)} ${standing}`.trim(), tags: [] })
  if (pass === 'abstract') {
    const [waiting, all] = await Promise.all([ask('is:unread'), ask('')])
    return { waiting, decided: all.length - waiting.length }
  }
  // Those that are sure come first.
  const [sure, maybe, assessed] = await Promise.all([
    ask('is:include -is:assessed'),
    ask('is:maybe -is:assessed'),
    ask('is:assessed'),
  ])
  return { waiting: joined(sure, maybe), decided: assessed.length }
}

/** A search behind which more can be said: a quotation that was begun is ended. */
function closed(search: string): string {
  return (search.match(/["“”«»]/g)?.length ?? 0) % 2 === 0 ? search : `${search}"`
}

function joined(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
