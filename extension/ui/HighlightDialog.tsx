import { useRef, useState } from 'preact/hooks'
import { type Selector, selectorOf } from '../../src/library/anchor.ts'
import { t } from '../i18n.ts'
import { Dialog } from './Dialog.tsx'

/**
 * The abstract as a text that cannot be changed, in which the keyboard alone can select: in a page's own text, and in a box that is
 * read only, Chromium lets it do so only in a mode that few know of (caret browsing, F7).
 */
export function HighlightDialog(props: {
  text: string
  onHighlight(selector: Selector): void
  onClose(): void
}) {
  const { text, onClose } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [selector, setSelector] = useState<Selector>()
  const look = () => {
    const { selectionStart, selectionEnd } = area.current ?? { selectionStart: 0, selectionEnd: 0 }
    setSelector(selectorOf(text, selectionStart, selectionEnd))
  }
  return (
    <Dialog heading={t('highlightHeading')} onClose={onClose}>
      <p class="soft">{t('highlightHow')}</p>
      <textarea
        ref={area}
        class="field"
        rows={10}
        aria-readonly="true"
        dir="auto"
        aria-label={t('abstract')}
        value={text}
        onBeforeInput={(event) => event.preventDefault()}
        onInput={(event) => {
          // What an input method composes cannot be refused beforehand.
          event.currentTarget.value = text
        }}
        onSelect={look}
        onKeyUp={look}
      />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={!selector}
          onClick={() => {
            if (!selector) return
            onClose()
            props.onHighlight(selector)
          }}
        >
          {t('highlight')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
