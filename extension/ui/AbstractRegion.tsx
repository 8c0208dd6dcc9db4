import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Section } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { InlineMarkup } from './InlineMarkup.tsx'
import type { Marked } from './marks.ts'

/** An abstract with its sections; where `brief`, a long one shows its first lines and a button for the rest. */
export function AbstractRegion(
  props: {
    sections: readonly Section[]
    brief?: boolean
    region?: RefObject<HTMLElement | null>
  } & Marked,
) {
  const { sections, brief = false, words = [], against = [] } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [whole, setWhole] = useState(!brief)
  const [long, setLong] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (element && !whole) setLong(element.scrollHeight > element.clientHeight + 1)
  }, [sections, whole])
  return (
    <section ref={props.region ?? null} class="abstract" aria-label={t('abstract')}>
      <div
        id={id}
        ref={box}
        class={whole ? 'sections' : long ? 'sections brief fades' : 'sections brief'}
      >
        {sections.length === 0 && <p class="soft">{t('noAbstract')}</p>}
        {sections.map((section) => (
          <p dir="auto">
            {section.label !== undefined && <b class="section-label">{section.label} </b>}
            <span class="section-text">
              <InlineMarkup text={section.text} words={words} against={against} />
            </span>
          </p>
        ))}
      </div>
      {brief && long && (
        <button
          type="button"
          class="quiet"
          aria-expanded={whole}
          aria-controls={id}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('abstractLess') : t('abstractMore')}
        </button>
      )}
    </section>
  )
}
