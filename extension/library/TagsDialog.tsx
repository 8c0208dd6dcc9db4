import { useState } from 'preact/hooks'
import { number, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FoundTags } from '../ui/FoundTags.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { RenameTag } from './RenameTag.tsx'
import type { LongWork } from './use-long-work.ts'

/** All tags: each can be renamed, made one with another by giving it that one's name, or taken off every paper. */
export function TagsDialog(props: { tags: readonly TagCount[]; long: LongWork; onClose(): void }) {
  const [renaming, setRenaming] = useState<string>()
  const { tags, long, onClose } = props
  const rename = async (tag: string, name: string) => {
    onClose()
    const task = { kind: 'retag' as const, from: [tag], to: name }
    await long.run(task, t('taskRetag', tag, name), ({ changed }) =>
      plural('retagged', changed, tag, name),
    )
  }
  const remove = async (tag: string) => {
    onClose()
    await long.run({ kind: 'retag', from: [tag] }, t('taskUntag', tag), ({ changed }) =>
      plural('untaggedAll', changed, tag),
    )
  }
  const line = ({ tag, count }: TagCount) => (
    <li key={tag}>
      {renaming === tag ? (
        <RenameTag
          tag={tag}
          known={tags}
          onRename={(name) => void rename(tag, name)}
          onLeave={() => setRenaming(undefined)}
        />
      ) : (
        <>
          <bdi class="tag-name">{tag}</bdi>
          <span class="soft" aria-hidden="true">
            {number(count)}
          </span>
          <span class="unseen">{plural('papers', count)}</span>
          <button type="button" aria-label={t('renameTag', tag)} onClick={() => setRenaming(tag)}>
            {t('rename')}
          </button>
          <button
            type="button"
            class="danger"
            aria-label={t('deleteTag', tag)}
            onClick={() => void remove(tag)}
          >
            {t('delete')}
          </button>
        </>
      )}
    </li>
  )
  return (
    <Dialog heading={t('manageTags')} onClose={onClose}>
      <FoundTags known={tags} pressed={renaming === undefined ? [] : [renaming]}>
        {(shown) => <ul class="tag-list">{shown.map(line)}</ul>}
      </FoundTags>
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  )
}
