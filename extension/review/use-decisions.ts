import type { Decision } from '../../src/item/record.ts'
import { plural, t } from '../i18n.ts'
import type { Settings } from '../settings.ts'
import { standingText } from '../ui/standing-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import type { Queue, Step } from './use-queue.ts'
import { type Reasons, useReasons } from './use-reasons.ts'

/** Reasons that are remembered. */
const mostReasons = 20

/** What a person does with a queue, each said when it is done. */
export interface Decisions {
  reasons: Reasons
  /** Decides about the paper that is on, and keeps the reason of an exclusion among those that are offered. */
  decide(decision: Decision): Promise<void>
  undo(): Promise<void>
  move(by: 1 | -1): Promise<void>
}

/** The decisions of a queue, and the reasons that are typed for them. */
export function useDecisions(
  queue: Queue,
  settings: Settings,
  change: (changed: Partial<Settings>) => Promise<void>,
): Decisions {
  const { say } = useAnnouncer()
  const reasons = useReasons(queue.record)
  const decide = async (decision: Decision) => {
    const made = await queue.decide(decision, (paper) =>
      decision === 'exclude' ? reasons.textOf(paper).trim() || undefined : undefined,
    )
    if (!made) return
    const why = made.reason
    reasons.settle(made.id)
    say([t(saidOf[decision]), ...saidOfStep(made)].join('. '))
    if (why !== undefined) {
      const others = settings.reasons.filter((each) => each !== why)
      await change({ reasons: [why, ...others].slice(0, mostReasons) })
    }
  }
  const undo = async () => {
    const back = await queue.undo()
    if (!back) return say(t('nothingToUndo'))
    const { record, isDone } = back
    if (!isDone) return say(t('decidedElsewhere', standingText(record) || t('notDecided')))
    reasons.giveBack(record)
    say(t('undone'))
  }
  const move = async (by: 1 | -1) => {
    for (const sentence of saidOfStep(await queue.move(by))) say(sentence)
  }
  return { reasons, decide, undo, move }
}

/** What is said where papers come again: nothing else tells that this is not one more. */
function saidOfStep({ again }: Step): string[] {
  return again > 0 ? [plural('skippedAgain', again)] : []
}

const saidOf = { include: 'included', maybe: 'putOff', exclude: 'excluded' } as const
