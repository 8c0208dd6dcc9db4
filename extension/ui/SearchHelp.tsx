import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { queryTroubles } from '../../src/library/search/query-trouble.ts'
import { language, number, t } from '../i18n.ts'
import type { TagCount } from './library-reader.ts'
import { type SearchHint, searchHint } from './search-hints.ts'
import { useShell } from './shell.ts'
import { useSearchHints } from './use-search-hints.ts'

/** What a search field is given. */
export interface SearchFieldProps {
  text: string
  /** The library's tags, which it completes. */
  tags: readonly TagCount[]
  /** How many papers answer; undefined until that is known. */
  total: number | undefined
  onSearch(text: string): void
}

/** Below the search field: what of the search is not understood where it finds nothing, and over the list what may be typed next. */
export function SearchHelp(
  props: SearchFieldProps & {
    input: RefObject<HTMLInputElement | null>
    /** The id of what describes the field. */
    id: string
  },
) {
  const { text, total, input, onSearch } = props
  const { now } = useShell()
  const list = useRef<HTMLDivElement>(null)
  const hint = searchHint(text, props.tags, now())
  const isOpen = useSearchHints(input, list, hint?.of)
  const choose = (wanted: string) => {
    onSearch(wanted)
    input.current?.focus()
  }
  const troubles = total === undefined ? [] : queryTroubles(text, total > 0)
  return (
    <>
      {/* Described, not announced: at each letter that would be too much. */}
      <div id={props.id}>
        {troubles.map(({ kind, written, instead }) => (
          <p key={written} class="search-trouble">
            {instead.length === 0
              ? t('searchNoField', apart(written), apart(written.replace(/:.*/su, ':')))
              : t(sentences[kind], apart(written), either(instead))}
          </p>
        ))}
        {isOpen && hint && (
          <p class="unseen">{hint.choices.length > 0 ? t('searchHintsKey') : hint.line}</p>
        )}
      </div>
      {isOpen && hint && <Hints hint={hint} list={list} onChoose={choose} />}
    </>
  )
}

/** The choices as one stop of the keyboard, in which the arrows go from one to the next (ARIA Authoring Practices, toolbar). */
function Hints(props: {
  hint: SearchHint
  list: RefObject<HTMLDivElement | null>
  onChoose(text: string): void
}) {
  const { line, choices } = props.hint
  return (
    <div class="search-hints">
      {line !== undefined && (
        <p class="soft" aria-hidden="true">
          {line}
        </p>
      )}
      {choices.length > 0 && (
        <div
          ref={props.list}
          role="toolbar"
          aria-orientation="vertical"
          aria-label={t('searchHints')}
          class="search-choices"
        >
          {choices.map(({ shown, about, count, text }, at) => (
            <button
              key={shown}
              type="button"
              class="search-choice"
              tabIndex={at === 0 ? 0 : -1}
              onClick={() => props.onChoose(text)}
            >
              <bdi>{shown}</bdi> {about !== undefined && <span class="soft">{about}</span>}
              {count !== undefined && <span class="soft">{number(count)}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

const sentences = {
  year: 'searchNoYear',
  turned: 'searchYearsTurned',
  value: 'searchNotKnown',
  field: 'searchNotKnown',
} as const

/** A part of a search runs as it is typed, whatever the language of the sentence round it. */
function apart(text: string): string {
  return `\u2068${text}\u2069`
}

function either(texts: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'disjunction' }).format(texts.map(apart))
}
