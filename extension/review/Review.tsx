import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { wordsToMark } from '../../src/library/marks.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { plural, t } from '../i18n.ts'
import { AbstractRegion } from '../ui/AbstractRegion.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { PaperHead } from '../ui/PaperHead.tsx'
import { standingText } from '../ui/standing-text.ts'
import { useSettings } from '../ui/use-settings.ts'
import { NoPaper } from './NoPaper.tsx'
import { ProjectChoice } from './ProjectChoice.tsx'
import { ReviewFoot } from './ReviewFoot.tsx'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewNotes } from './ReviewNotes.tsx'
import type { ReviewAct } from './review-keys.ts'
import { useDecisions } from './use-decisions.ts'
import { useQueue } from './use-queue.ts'
import { useReviewKeys } from './use-review-keys.ts'

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
  const view = useRef<HTMLElement>(null)
  const { record } = queue
  const { reasons, decide, undo, move } = useDecisions(queue, settings, change)
  const { wanted, unwanted } = settings
  const marked = useMemo(
    () => ({ words: marksFor(wanted), against: marksFor(unwanted) }),
    [wanted, unwanted],
  )

  const act = (what: ReviewAct): void => {
    if (what === 'next') void move(1)
    else if (what === 'previous') void move(-1)
    else if (what === 'undo') void undo()
    else if (what === 'tags') view.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
    else if (what === 'note') view.current?.querySelector('textarea')?.focus()
    else void decide(what)
  }
  const leave = useReviewKeys(view, settings, act)

  const shownId = record?.id
  useEffect(() => {
    // Who has read to the end of one abstract begins the next at its title.
    if (shownId !== undefined) view.current?.scrollIntoView?.({ block: 'start' })
  }, [shownId])

  // Where there is nothing to decide about, nothing stands there that would do it.
  const hasPapers = record !== undefined || queue.of > 0 || queue.canUndo
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
      {hasPapers && <ReviewHead reviewed={queue.reviewed} of={queue.of} settings={settings} />}
      {queue.wasSkipped && (
        <p class="came-again">{plural('skippedAgain', queue.of - queue.reviewed)}</p>
      )}
      {record ? (
        <article class="review-paper" key={record.id}>
          <PaperHead paper={record} {...marked} />
          {record.decision && <p class="soft">{standingText(record)}</p>}
          <AbstractRegion sections={record.sections} {...marked} />
          <ReviewNotes record={record} knownTags={props.knownTags} />
        </article>
      ) : (
        <NoPaper
          isReading={queue.isReading}
          pass={settings.reviewPass}
          papers={queue.of}
          isProject={of !== ''}
        />
      )}
      {hasPapers && (
        <ReviewFoot
          record={record}
          reasons={reasons}
          settings={settings}
          canUndo={queue.canUndo}
          onDecide={(decision) => void decide(decision)}
          onUndo={() => void undo()}
        />
      )}
    </section>
  )
}

/** A person's words as texts are looked through for them, in each of their forms. */
function marksFor(words: readonly string[]): string[] {
  return words.flatMap((word) => wordsToMark(parseQuery(`"${word.replaceAll('"', '')}"`)))
}
