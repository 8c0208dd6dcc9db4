import { useId, useRef } from 'preact/hooks'
import type { Highlight } from '../../src/library/highlights.ts'
import { t } from '../i18n.ts'
import { useDrafts } from './use-drafts.ts'
import { type RecordHighlights, remarkOf } from './use-highlights.ts'

/** A passage that a reader marked, with the box for their remark on it. */
export function HighlightItem(props: {
  highlight: Highlight
  isLost: boolean
  highlights: RecordHighlights
}) {
  const { highlight, isLost, highlights } = props
  const id = useId()
  const drafts = useDrafts(highlight.id, remarkOwner)
  const { remark = remarkOf(highlight) } = drafts.fields
  /** What it was when the typing began: the background keeps it too, when the typing pauses. */
  const before = useRef<string>(undefined)
  const type = (text: string) => {
    before.current ??= remarkOf(highlight)
    drafts.put({ remark: text })
  }
  const keep = async () => {
    if (drafts.fields.remark === undefined) return
    const from = before.current ?? remarkOf(highlight)
    before.current = undefined
    if (await drafts.commit()) await highlights.remarked(highlight, from, remark)
    else before.current ??= from
  }
  return (
    <li class="highlight-item">
      <blockquote id={id} class="highlight-quote" dir="auto">
        {highlight.exact}
      </blockquote>
      {isLost && <p class="soft">{t('highlightLost')}</p>}
      <div class="highlight-remark">
        <textarea
          class="field"
          rows={1}
          dir="auto"
          aria-label={t('remark')}
          aria-describedby={id}
          placeholder={t('remark')}
          value={remark}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => void keep()}
        />
        <button
          type="button"
          class="quiet"
          aria-describedby={id}
          onClick={() => void highlights.remove(highlight)}
        >
          {t('removeHighlight')}
        </button>
      </div>
    </li>
  )
}

/** A remark is in no record that would have to be shown anew. */
const remarkOwner = {}
