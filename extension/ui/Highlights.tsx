import type { RefObject } from 'preact'
import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { anchor, type Selector } from '../../src/library/anchor.ts'
import type { Highlight } from '../../src/library/highlights.ts'
import { t } from '../i18n.ts'
import { drawRanges } from './draw-ranges.ts'
import { HighlightDialog } from './HighlightDialog.tsx'
import { rangesOf, selectedPassage } from './passage.ts'
import { useDrafts } from './use-drafts.ts'
import { useDrawnText } from './use-drawn-text.ts'
import { type RecordHighlights, useHighlights } from './use-highlights.ts'

/**
 * What a reader marked in an abstract: a button for what is selected, and a list of the passages with their remarks. They are
 * drawn over the abstract in `region` without changing it; one that has lost its place is said to have.
 */
export function Highlights(props: { recordId: string; region: RefObject<HTMLElement | null> }) {
  const { recordId, region } = props
  const highlights = useHighlights(recordId)
  const { list } = highlights
  const sections = () => [...(region.current?.querySelectorAll('.section-text') ?? [])]
  const selected = useSelected(region, sections)
  const [isChoosing, setChoosing] = useState(false)
  const { text, turn } = useDrawnText(region, sections)
  const places = useMemo(() => list.map((each) => anchor(text, each)), [list, text])
  useEffect(() => {
    const ranges = places.flatMap((place) => (place ? rangesOf(sections(), ...place) : []))
    return drawRanges(ranges)
  }, [places, turn])

  return (
    <>
      {text !== '' && (
        <button
          type="button"
          class="quiet highlight-selected"
          // The selection is lost where the button takes the focus by the mouse.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (!selected) return setChoosing(true)
            void highlights.add(selected)
            getSelection()?.removeAllRanges()
          }}
        >
          {t(selected ? 'highlight' : 'highlightChoose')}
        </button>
      )}
      {isChoosing && (
        <HighlightDialog
          text={text}
          onHighlight={(selector) => void highlights.add(selector)}
          onClose={() => setChoosing(false)}
        />
      )}
      {list.length > 0 && (
        <section class="highlights" aria-label={t('highlights')}>
          <ul>
            {list.map((highlight, i) => (
              <HighlightItem
                key={highlight.id}
                highlight={highlight}
                isLost={text !== '' && places[i] === undefined}
                highlights={highlights}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function HighlightItem(props: {
  highlight: Highlight
  isLost: boolean
  highlights: RecordHighlights
}) {
  const { highlight, isLost, highlights } = props
  const id = useId()
  const drafts = useDrafts(highlight.id, remarkOwner)
  const { remark = highlight.remark ?? '' } = drafts.fields
  const keep = async () => {
    if (drafts.fields.remark === undefined) return
    if (await drafts.commit()) await highlights.remarked()
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
          onInput={(event) => drafts.put({ remark: event.currentTarget.value })}
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

/** The passage that is selected, as long as it is. */
function useSelected(
  region: RefObject<HTMLElement | null>,
  sections: () => Element[],
): Selector | undefined {
  const [selected, setSelected] = useState<Selector>()
  useEffect(() => {
    const look = () => setSelected(selectedPassage(region.current, sections(), getSelection()))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return selected
}
