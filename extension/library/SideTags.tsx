import { useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { FoundTags } from '../ui/FoundTags.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { SideItem } from './SideItem.tsx'

/** The tags that are always shown. */
const few = 12

/** The tags as lines that narrow the list: the most used and those that are pressed, the rest behind a button. */
export function SideTags(props: {
  tags: readonly TagCount[]
  pressed: readonly string[]
  /** True where the list that they narrow can be seen. */
  isListed: boolean
  onToggle(tag: string): void
  onManage(): void
}) {
  const { tags, pressed } = props
  const [all, setAll] = useState(false)
  // One that is pressed and has no papers any longer filters still.
  const gone = pressed.filter((tag) => !tags.some((each) => each.tag === tag))
  if (tags.length + gone.length === 0) return null
  // Where the rest is shown too, what is pressed there stays in its place, under the focus.
  const first = tags.filter(({ tag }, at) => at < few || (!all && pressed.includes(tag)))
  const line = ({ tag, count }: TagCount) => (
    <SideItem
      key={tag}
      name={tag}
      count={count}
      pressed={props.isListed && pressed.includes(tag)}
      onClick={() => props.onToggle(tag)}
    />
  )
  return (
    <section aria-labelledby="side-tags">
      <h2 id="side-tags">{t('tags')}</h2>
      {[...first, ...gone.map((tag) => ({ tag, count: 0 }))].map(line)}
      {all && (
        <FoundTags known={tags.slice(few)} pressed={pressed}>
          {(shown) => shown.map(line)}
        </FoundTags>
      )}
      {tags.length > few && (
        <button
          type="button"
          class="quiet side-more"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('fewerTags') : t('moreTags')}
        </button>
      )}
      <button type="button" class="quiet side-more" onClick={props.onManage}>
        {t('manageTags')}
      </button>
    </section>
  )
}
