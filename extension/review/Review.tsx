import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import type { Decision } from '../../src/item/record.ts'
import { wordsToMark } from '../../src/library/marks.ts'
import { parseQuery } from '../../src/library/search/parse-query.ts'
import { number, t } from '../i18n.ts'
import type { Settings } from '../settings.ts'
import { AbstractRegion } from '../ui/AbstractRegion.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { PaperHead } from '../ui/PaperHead.tsx'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useSettings } from '../ui/use-settings.ts'
import { ReviewNotes } from './ReviewNotes.tsx'
import { actOf, keyFor, type ReviewAct } from './review-keys.ts'
import { useQueue } from './use-queue.ts'

const decisions = ['include', 'maybe', 'exclude'] as const satisfies readonly Decision[]

/** Reasons that are remembered. */
const mostReasons = 20

/** The papers that are not decided yet, one after the other, to be included, excluded or put off. */
export function Review(props: { tags: readonly string[]; knownTags: readonly TagCount[] }) {
  const [settings, change] = useSettings()
  const queue = useQueue(props.tags)
  const { say } = useAnnouncer()
  const [reason, setReason] = useState('')
  const view = useRef<HTMLElement>(null)
  const { record } = queue
  const { reviewKeys, wanted, unwanted } = settings
  const marked = useMemo(
    () => ({ words: marksFor(wanted), against: marksFor(unwanted) }),
    [wanted, unwanted],
  )

  const decide = async (decision: Decision) => {
    const why = decision === 'exclude' && reason.trim() !== '' ? reason.trim() : undefined
    setReason('')
    if (!(await queue.decide(decision, why))) return
    say(t(saidOf[decision]))
    if (why !== undefined) {
      const others = settings.reasons.filter((each) => each !== why)
      await change({ reasons: [why, ...others].slice(0, mostReasons) })
    }
  }
  const undo = async () => {
    say((await queue.undo()) ? t('undone') : t('nothingToUndo'))
  }
  const act = (what: ReviewAct): void => {
    if (what === 'next') queue.move(1)
    else if (what === 'previous') queue.move(-1)
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
      const found = actOf(event, reviewKeys)
      if (!found) return
      event.preventDefault()
      newest.current(found)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [reviewKeys])

  return (
    <section ref={view} class="review" aria-label={t('review')}>
      <Progress reviewed={queue.reviewed} of={queue.of} settings={settings} />
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
            : t(queue.of === 0 ? 'emptyLibrary' : 'allReviewed')}
        </p>
      )}
      <div class="review-foot">
        {record && <Reason text={reason} known={settings.reasons} onInput={setReason} />}
        <div class="decisions">
          {decisions.map((decision) => (
            <DecisionButton
              key={decision}
              decision={decision}
              hint={keyFor(decision, reviewKeys)}
              disabled={!record}
              onClick={() => void decide(decision)}
            />
          ))}
        </div>
        <div class="review-keys">
          <span aria-hidden="true">
            {hints.map(([act, text]) => {
              const key = keyFor(act, reviewKeys)
              return key === undefined ? null : (
                <span key={act}>
                  <span class="key">{key}</span> {t(text)}{' '}
                </span>
              )
            })}
          </span>
          <button
            type="button"
            class="quiet"
            disabled={!queue.canUndo}
            aria-keyshortcuts={keyFor('undo', reviewKeys)}
            onClick={() => void undo()}
          >
            {t('undo')}
          </button>
        </div>
      </div>
    </section>
  )
}

/** A person's words as texts are looked through for them, in each of their forms. */
function marksFor(words: readonly string[]): string[] {
  return words.flatMap((word) => wordsToMark(parseQuery(`"${word.replaceAll('"', '')}"`)))
}

const saidOf = { include: 'included', maybe: 'putOff', exclude: 'excluded' } as const
const names = { include: 'include', maybe: 'maybe', exclude: 'exclude' } as const
const hints = [
  ['next', 'keyNext'],
  ['previous', 'keyPrevious'],
  ['tags', 'keyTag'],
  ['note', 'keyNote'],
  ['undo', 'keyUndo'],
] as const satisfies readonly (readonly [ReviewAct, string])[]

function Progress(props: { reviewed: number; of: number; settings: Settings }) {
  const { reviewed, of } = props
  const { wanted, unwanted } = props.settings
  const text = t('reviewedOf', number(reviewed), number(of))
  return (
    <header class="review-head">
      <div class="review-line">
        <span>{text}</span>
        {wanted.length + unwanted.length > 0 && (
          <span>
            {t('terms')}{' '}
            {wanted.map((word) => (
              <mark key={word} class="for">
                {word}
              </mark>
            ))}{' '}
            {unwanted.map((word) => (
              <mark key={word} class="against">
                {word}
              </mark>
            ))}
          </span>
        )}
      </div>
      <progress aria-label={t('reviewProgress')} value={reviewed} max={Math.max(1, of)}>
        {text}
      </progress>
    </header>
  )
}

function DecisionButton(props: {
  decision: Decision
  hint: string | undefined
  disabled: boolean
  onClick(): void
}) {
  const { decision, hint } = props
  return (
    <button
      type="button"
      class={`decision ${decision}`}
      disabled={props.disabled}
      aria-keyshortcuts={hint}
      onClick={props.onClick}
    >
      {t(names[decision])}
      {hint !== undefined && (
        <span class="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  )
}

/** Why the next paper is excluded, if that is to be kept; those that were given before are offered. */
function Reason(props: { text: string; known: readonly string[]; onInput(text: string): void }) {
  const id = useId()
  return (
    <div class="labelled reason">
      <label for={id}>{t('excludeReason')}</label>
      <input
        id={id}
        class="field"
        list={`${id}-known`}
        dir="auto"
        autocomplete="off"
        value={props.text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {props.known.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </div>
  )
}
