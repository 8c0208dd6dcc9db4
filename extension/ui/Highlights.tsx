import type { RefObject } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { anchor, type Selector } from '../../src/library/anchor.ts'
import { t } from '../i18n.ts'
import { drawRanges } from './draw-ranges.ts'
import { HighlightDialog } from './HighlightDialog.tsx'
import { HighlightItem } from './HighlightItem.tsx'
import { rangesOf, selectedPassage } from './passage.ts'
import { useDrawnText } from './use-drawn-text.ts'
import { useHighlights } from './use-highlights.ts'

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
