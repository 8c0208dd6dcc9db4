import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { longestTag } from '../../src/library/tags.ts'
import { t } from '../i18n.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { sameTag, splitTags } from '../ui/tag-completion.ts'

/** The box for a tag's new name, which says when that is another tag's. What is typed draws this alone anew, not the lines beside it. */
export function RenameTag(props: {
  tag: string
  known: readonly TagCount[]
  onRename(name: string): void
  /** Without a new name. */
  onLeave(): void
}) {
  const { tag, known, onRename, onLeave } = props
  const [to, setTo] = useState(tag)
  const trouble = useId()
  const box = useRef<HTMLInputElement>(null)
  // Once: whoever goes on to find another tag meanwhile stays there.
  useEffect(() => box.current?.focus(), [])
  const isSeveral = splitTags(to).length > 1
  const isOther = !sameTag(to.trim(), tag) && known.some((each) => sameTag(each.tag, to.trim()))
  const rename = () => {
    const [name, ...more] = splitTags(to)
    if (more.length > 0) return
    if (name === undefined || name === tag) onLeave()
    else onRename(name)
  }
  return (
    <form
      class="rename"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Of the box alone; the next one puts the dialog away.
        event.preventDefault()
        onLeave()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        rename()
      }}
    >
      <input
        ref={box}
        class="field"
        dir="auto"
        maxLength={longestTag}
        aria-label={t('newName', tag)}
        aria-invalid={isSeveral}
        aria-describedby={isSeveral ? trouble : undefined}
        value={to}
        onInput={(event) => setTo(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {isOther ? t('mergeTags') : t('rename')}
      </button>
      <button type="button" onClick={onLeave}>
        {t('cancel')}
      </button>
      {isSeveral && (
        <p id={trouble} role="alert" class="trouble">
          {t('tagOneName')}
        </p>
      )}
    </form>
  )
}
