import { useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { later } from './Later.tsx'
import type { TagCount } from './library-reader.ts'
import { TagChip } from './TagChip.tsx'

const RarerTags = later(async () => (await import('./RarerTags.tsx')).RarerTags)

/** How many tags show before the button for the rest is pressed. */
const few = 6

/** The tags as buttons that narrow the list to papers with all of the pressed ones; the rarer ones behind a button. */
export function TagFilters(props: {
  known: readonly TagCount[]
  pressed: readonly string[]
  onPress(pressed: string[]): void
}) {
  const { known, pressed, onPress } = props
  const [all, setAll] = useState(false)
  // One that is pressed and has no papers any longer filters still.
  const gone = pressed.filter((tag) => !known.some((each) => each.tag === tag))
  if (known.length + gone.length === 0) return null
  // Where the rest is shown too, what is pressed there stays in its place, under the focus.
  const first = known.filter(({ tag }, at) => at < few || (!all && pressed.includes(tag)))
  const shown = [...first, ...gone.map((tag) => ({ tag, count: 0 }))]
  const toggle = (tag: string) =>
    onPress(pressed.includes(tag) ? pressed.filter((each) => each !== tag) : [...pressed, tag])
  return (
    <fieldset class="chips filters">
      <legend class="unseen">{t('filterByTag')}</legend>
      {shown.map((each) => (
        <TagChip key={each.tag} {...each} pressed={pressed.includes(each.tag)} onToggle={toggle} />
      ))}
      {all && <RarerTags known={known.slice(few)} pressed={pressed} onToggle={toggle} />}
      {known.length > few && (
        <button type="button" class="chip" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewerTags') : t('moreTags')}
        </button>
      )}
    </fieldset>
  )
}
