import { useId, useState } from 'preact/hooks'
import { longestTag } from '../../src/library/tags.ts'
import { number, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { splitTags } from '../ui/tag-completion.ts'
import type { LongWork } from './use-long-work.ts'

/** All tags: each can be renamed, made one with another by giving it that one's name, or taken off every paper. */
export function TagsDialog(props: { tags: readonly TagCount[]; long: LongWork; onClose(): void }) {
  const [renaming, setRenaming] = useState<{ tag: string; to: string }>()
  const { tags, long, onClose } = props
  const trouble = useId()
  const isSeveral = renaming !== undefined && splitTags(renaming.to).length > 1
  const isKnown = (name: string) =>
    tags.some(({ tag }) => tag.toLowerCase() === name.trim().toLowerCase())
  const rename = async ({ tag, to }: { tag: string; to: string }) => {
    const [name, ...more] = splitTags(to)
    if (more.length > 0) return
    if (name === undefined || name === tag) return setRenaming(undefined)
    setRenaming(undefined)
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
  return (
    <Dialog heading={t('manageTags')} onClose={onClose}>
      <ul class="tag-list">
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            {renaming?.tag === tag ? (
              <form
                class="rename"
                onKeyDown={(event) => {
                  if (event.key !== 'Escape') return
                  // Of the box alone; the next one puts the dialog away.
                  event.preventDefault()
                  setRenaming(undefined)
                }}
                onSubmit={(event) => {
                  event.preventDefault()
                  void rename(renaming)
                }}
              >
                <input
                  class="field"
                  dir="auto"
                  maxLength={longestTag}
                  aria-label={t('newName', tag)}
                  aria-invalid={isSeveral}
                  aria-describedby={isSeveral ? trouble : undefined}
                  value={renaming.to}
                  ref={(box) => box?.focus()}
                  onInput={(event) => setRenaming({ tag, to: event.currentTarget.value })}
                />
                <button type="submit" class="primary">
                  {isKnown(renaming.to) && renaming.to.trim().toLowerCase() !== tag.toLowerCase()
                    ? t('mergeTags')
                    : t('rename')}
                </button>
                <button type="button" onClick={() => setRenaming(undefined)}>
                  {t('cancel')}
                </button>
                {isSeveral && (
                  <p id={trouble} role="alert" class="trouble">
                    {t('tagOneName')}
                  </p>
                )}
              </form>
            ) : (
              <>
                <bdi class="tag-name">{tag}</bdi>
                <span class="soft" aria-hidden="true">
                  {number(count)}
                </span>
                <span class="unseen">{plural('papers', count)}</span>
                <button
                  type="button"
                  aria-label={t('renameTag', tag)}
                  onClick={() => setRenaming({ tag, to: tag })}
                >
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
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  )
}
