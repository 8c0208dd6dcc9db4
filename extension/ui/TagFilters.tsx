import { useState } from 'preact/hooks'
import { number, plural, t } from '../i18n.ts'
import type { TagCount } from './library-reader.ts'

/** The tags as buttons that narrow the list to papers with all of the pressed ones; the rarer ones behind a button. */
export function TagFilters(props: {
  known: readonly TagCount[]
  pressed: readonly string[]
  onPress(pressed: string[]): void
  /** How many show before the button for the rest is pressed. */
  few?: number
}) {
  const { known, pressed, onPress, few = 6 } = props
  const [all, setAll] = useState(false)
  if (known.length === 0) return null
  const shown = known.filter(({ tag }, at) => all || at < few || pressed.includes(tag))
  const toggle = (tag: string) =>
    onPress(pressed.includes(tag) ? pressed.filter((each) => each !== tag) : [...pressed, tag])
  return (
    <fieldset class="chips filters">
      <legend class="unseen">{t('filterByTag')}</legend>
      {shown.map(({ tag, count }) => (
        <button
          key={tag}
          type="button"
          class="chip"
          aria-pressed={pressed.includes(tag)}
          onClick={() => toggle(tag)}
        >
          <bdi>{tag}</bdi> <span aria-hidden="true">{number(count)}</span>
          <span class="unseen">{plural('papers', count)}</span>
        </button>
      ))}
      {known.length > few && (
        <button type="button" class="chip" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerTags') : t('moreTags')}
        </button>
      )}
    </fieldset>
  )
}
