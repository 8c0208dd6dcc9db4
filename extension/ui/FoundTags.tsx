import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { findTags } from './find-tags.ts'
import type { TagCount } from './library-reader.ts'

/** Tags that are drawn at once: of 10,000 the page stood still for 5 s. */
const most = 60

/** The most used of many tags, and a box that finds the others by a part of their names; `children` draws those that are shown. */
export function FoundTags(props: {
  known: readonly TagCount[]
  /** Tags that are shown in any case. */
  pressed?: readonly string[]
  children(shown: readonly TagCount[]): ComponentChildren
}) {
  const { known, pressed = [] } = props
  const [text, setText] = useState('')
  const [room, setRoom] = useState(most)
  const found = useMemo(() => findTags(known, text), [known, text])
  const shown = found.slice(0, room)
  const others = known.filter((each) => pressed.includes(each.tag) && !shown.includes(each))
  return (
    <>
      {known.length > most && (
        <input
          type="text"
          class="field find-tag"
          aria-label={t('findTag')}
          placeholder={t('findTag')}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setRoom(most)
          }}
        />
      )}
      {found.length === 0 && text !== '' && (
        <p role="status" class="soft">
          {t('noTagFound')}
        </p>
      )}
      {props.children([...shown, ...others])}
      {found.length > room && (
        <p class="soft tags-left">
          {plural('andMore', found.length - room)}{' '}
          <button type="button" class="quiet" onClick={() => setRoom(room + most)}>
            {t('showMore')}
          </button>
        </p>
      )}
    </>
  )
}
