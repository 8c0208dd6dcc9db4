import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Decision } from '../../src/item/record.ts'
import { wordsToMark } from '../../src/library/marks.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { plural, t } from '../i18n.ts'
import type { Pass } from '../settings.ts'
import { AbstractRegion } from '../ui/AbstractRegion.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { PaperHead } from '../ui/PaperHead.tsx'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useSettings } from '../ui/use-settings.ts'
import { DecisionButton } from './DecisionButton.tsx'
import { ProjectChoice } from './ProjectChoice.tsx'
import { ReasonField } from './ReasonField.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewKeys } from './ReviewKeys.tsx'
import { ReviewNotes } from './ReviewNotes.tsx'
import { actOf, keyFor, leavesBox, type ReviewAct } from './review-keys.ts'
import { type Step, useQueue } from './use-queue.ts'
import { useReasons } from './use-reasons.ts'

const decisions = ['include', 'maybe', 'exclude'] as const satisfies readonly Decision[]

/** Reasons that are remembered. */
const mostReasons = 20

/** The papers that are not decided yet, one after the other, to be included, excluded or put off. */
export function Review(props: {
  /** What is searched for beside it, which may be reviewed by itself; empty where nothing is. */
  search?: string
  knownTags: readonly TagCount[]
}) {
  const { search = '' } = props
  const [settings, change, isRead] = useSettings()
  // Whoever searches and then reviews means what was found, for now; what was chosen for good is kept.
  const [chosen, setChosen] = useState<string>()
  const of = chosen ?? (search === '' ? settings.reviewOf : search)
  const queue = useQueue(isRead ? { search: of, pass: settings.reviewPass } : undefined)
  const { say } = useAnnouncer()
  const view = useRef<HTMLElement>(null)
  const { record } = queue
  const reasons = useReasons(record)
  const { wanted, unwanted } = settings
  const marked = useMemo(
    () => ({ words: marksFor(wanted), against: marksFor(unwanted) }),
    [wanted, unwanted],
  )

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
    if (back) reasons.giveBack(back)
    say(back ? t('undone') : t('nothingToUndo'))
  }
  const move = async (by: 1 | -1) => {
    for (const sentence of saidOfStep(await queue.move(by))) say(sentence)
  }
  const act = (what: ReviewAct): void => {
    if (what === 'next') void move(1)
    else if (what === 'previous') void move(-1)
    else if (what === 'undo') void undo()
    else if (what === 'tags') view.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
    else if (what === 'note') view.current?.querySelector('textarea')?.focus()
    else void decide(what)
  }
  const newest = useRef(act)
  newest.current = act
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The popup keeps its tabs' panels: what is hidden hears nothing.
      if (view.current?.offsetParent === null) return
      const found = actOf(event, settings)
      if (!found) return
      event.preventDefault()
      newest.current(found)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [settings])

  const shownId = record?.id
  useEffect(() => {
    // Who has read to the end of one abstract begins the next at its title.
    if (shownId !== undefined) view.current?.scrollIntoView?.({ block: 'start' })
  }, [shownId])

  const leave = (event: KeyboardEvent) => {
    if (!leavesBox(event)) return
    // The browser would close the popup, and the tag box give up what was typed; left, each box keeps it.
    event.preventDefault()
    event.stopPropagation()
    view.current?.focus({ preventScroll: true })
  }

  return (
    <section
      ref={view}
      class="review"
      aria-label={t('review')}
      // Where the focus goes that leaves a box: the keys of review work there.
      tabIndex={-1}
      onKeyDownCapture={leave}
    >
      <ProjectChoice
        search={search}
        chosen={of}
        tags={props.knownTags}
        settings={settings}
        onChoose={(next) => {
          setChosen(next)
          if (next !== search) void change({ reviewOf: next })
        }}
        onChange={change}
      />
      <ReviewHead reviewed={queue.reviewed} of={queue.of} settings={settings} />
      {queue.wasSkipped && (
        <p class="came-again">{plural('skippedAgain', queue.of - queue.reviewed)}</p>
      )}
      {record ? (
        <article class="review-paper" key={record.id}>
          <PaperHead paper={record} {...marked} />
          <AbstractRegion sections={record.sections} {...marked} />
          <ReviewNotes record={record} knownTags={props.knownTags} />
        </article>
      ) : (
        <p class="empty">
          {queue.isReading
            ? t('readingLibrary')
            : t(emptyOf(settings.reviewPass, queue.of, of !== ''))}
        </p>
      )}
      <div class="review-foot">
        {record && (
          <ReasonField
            text={reasons.textOf(record)}
            known={settings.reasons}
            onInput={(text) => reasons.put(record.id, text)}
          />
        )}
        <div class="decisions">
          {decisions.map((decision) => (
            <DecisionButton
              key={decision}
              decision={decision}
              hint={keyFor(decision, settings)?.toUpperCase()}
              disabled={!record}
              onClick={() => void decide(decision)}
            />
          ))}
        </div>
        <ReviewKeys settings={settings} canUndo={queue.canUndo} onUndo={() => void undo()} />
      </div>
    </section>
  )
}

/** A person's words as texts are looked through for them, in each of their forms. */
function marksFor(words: readonly string[]): string[] {
  return words.flatMap((word) => wordsToMark(parseQuery(`"${word.replaceAll('"', '')}"`)))
}

/** What is said where no paper is on. */
function emptyOf(pass: Pass, papers: number, isProject: boolean): string {
  if (pass === 'fullText') return papers === 0 ? 'nothingToAssess' : 'allAssessed'
  if (papers > 0) return 'allReviewed'
  return isProject ? 'noMatch' : 'emptyLibrary'
}

/** What is said where papers come again: nothing else tells that this is not one more. */
function saidOfStep({ again }: Step): string[] {
  return again > 0 ? [plural('skippedAgain', again)] : []
}

const saidOf = { include: 'included', maybe: 'putOff', exclude: 'excluded' } as const
