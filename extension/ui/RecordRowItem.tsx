import { useId } from 'preact/hooks'
import { type RecordRow, untitled } from '../../src/item/record.ts'
import { day, language, number, plural, t } from '../i18n.ts'
import { InlineMarkup } from './InlineMarkup.tsx'
import { plainText } from './inline-markup.ts'
import type { RowSnippet } from './library-reader.ts'
import { relativeDate } from './relative-date.ts'
import { decisionNames } from './standing-text.ts'

/** The tags that a row shows; the rest are counted. */
const fewTags = 6

/** What a row is shown with. */
export interface RecordRowItemProps {
  row: RecordRow
  snippet: RowSnippet | undefined
  words: readonly string[]
  now: string
  ticked: boolean
  current: boolean
  onTick(ticked: boolean): void
  onOpen(): void
  /** Where it stands in a long list: its place from 0, of how many, and how many px from the list's beginning. */
  place?: { index: number; of: number; start: number }
}

/** One paper of a list, named by its title: a box to tick it, a button over the whole row to open it. */
export function RecordRowItem(props: RecordRowItemProps) {
  const { row, words, place } = props
  const id = useId()
  const title = row.title === untitled ? t('untitled') : row.title
  const about = [row.names, row.journal, row.year].filter(Boolean).join(' · ')
  const more = row.tags.length - fewTags
  return (
    <li
      class={row.decision ? 'row' : 'row to-review'}
      aria-labelledby={id}
      data-index={place?.index}
      aria-setsize={place?.of}
      aria-posinset={place && place.index + 1}
      style={place && { transform: `translateY(${place.start}px)` }}
    >
      <label class="row-tick">
        <input
          type="checkbox"
          aria-label={t('selectPaper', plainText(title))}
          checked={props.ticked}
          onChange={(event) => props.onTick(event.currentTarget.checked)}
        />
      </label>
      <button
        type="button"
        id={id}
        class="row-title"
        dir="auto"
        aria-current={props.current ? 'true' : undefined}
        onClick={props.onOpen}
      >
        <span class="row-words">
          <InlineMarkup text={title} words={words} />
        </span>
      </button>
      <time class="row-date" dateTime={row.savedAt} title={day(row.savedAt)}>
        {relativeDate(row.savedAt, props.now, language())}
      </time>
      <p class="row-about">
        <bdi>{about}</bdi>
        {row.decision && (
          <>
            {about !== '' && ' · '}
            <span class={`row-standing ${row.decision}`}>{t(decisionNames[row.decision])}</span>
          </>
        )}
        {row.tags.slice(0, fewTags).map((tag, at) => (
          <span key={tag}>
            {(about !== '' || row.decision || at > 0) && ' · '}
            <bdi class="row-tag">{tag}</bdi>
          </span>
        ))}
        {more > 0 && (
          <>
            {' · '}
            <span aria-hidden="true">+{number(more)}</span>
            <span class="unseen">{plural('andMore', more)}</span>
          </>
        )}
      </p>
      {props.snippet && (
        <p class="row-about snippet" dir="auto">
          <InlineMarkup text={props.snippet.text} words={words} />
        </p>
      )}
    </li>
  )
}
