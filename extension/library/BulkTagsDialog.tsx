import { useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { TagField } from '../ui/TagField.tsx'
import { tooLongTags } from '../ui/tag-completion.ts'

/** Tags that the ticked papers get, or lose. */
export function BulkTagsDialog(props: {
  count: number
  known: readonly TagCount[]
  onMark(mark: { addTags: string[] } | { removeTags: string[] }): void
  onClose(): void
}) {
  const [tags, setTags] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  // What stands in the box is meant too, though nobody has pressed Enter.
  const typed = text.trim()
  const all = typed === '' || tags.includes(typed) ? [...tags] : [...tags, typed]
  const canMark = all.length > 0 && tooLongTags(text) === ''
  const mark = (how: 'addTags' | 'removeTags') => {
    props.onClose()
    props.onMark(how === 'addTags' ? { addTags: all } : { removeTags: all })
  }
  return (
    <Dialog heading={plural('tagPapers', props.count)} onClose={props.onClose}>
      <TagField
        focus
        tags={tags}
        known={props.known}
        text={text}
        onType={setText}
        onAdd={(added) => {
          setTags((before) => [...new Set([...before, ...added])])
          setText('')
        }}
        onRemove={(tag) => setTags((before) => before.filter((each) => each !== tag))}
      />
      <div class="actions">
        <button type="button" class="primary" disabled={!canMark} onClick={() => mark('addTags')}>
          {t('addTags')}
        </button>
        <button type="button" disabled={!canMark} onClick={() => mark('removeTags')}>
          {t('takeOffTags')}
        </button>
        <button type="button" onClick={props.onClose}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
