import { useState } from 'preact/hooks'
import type { Decision } from '../../src/item/record.ts'
import type { Task } from '../../src/library/task.ts'
import { number, plural, t } from '../i18n.ts'
import { CopyReference } from '../ui/CopyReference.tsx'
import { errorText } from '../ui/error-text.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'
import { BulkTagsDialog } from './BulkTagsDialog.tsx'
import { taskName } from './task-name.ts'
import { useListed } from './use-listed.ts'
import type { LongWork } from './use-long-work.ts'

const decisions = ['include', 'maybe', 'exclude'] as const satisfies readonly Decision[]

/** What may be done with the papers that are ticked, all at once; nothing where none is. */
export function BulkBar(props: {
  list: LibraryList
  selection: Selection
  tags: readonly TagCount[]
  long: LongWork
}) {
  const { list, selection, long } = props
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [isTagging, setTagging] = useState(false)
  const ids = [...selection.ids]
  const listed = useListed(list, ids.length > 0)
  if (ids.length === 0) return null
  const elsewhere = listed ? ids.filter((id) => !listed.has(id)).length : 0
  const selectAll = () =>
    library.ids(list.query).then(selection.add, (error: unknown) => fail(errorText(error)))
  const run = (task: Task) =>
    long.run(task, taskName(task), ({ changed }) => plural('taskDone', changed))
  const remove = async () => {
    // What lies in the trash is ticked no longer.
    if (await run({ kind: 'delete', ids })) selection.clear()
  }
  return (
    <div class="bulk" role="toolbar" aria-label={t('bulkBar')}>
      <span>
        {plural('selected', ids.length)}
        {elsewhere > 0 && <b> · {t('selectedElsewhere', number(elsewhere))}</b>}
      </span>
      {list.total !== undefined && ids.length - elsewhere < list.total && (
        <button type="button" class="quiet" onClick={() => void selectAll()}>
          {t('selectAll', number(list.total))}
        </button>
      )}
      <button type="button" class="quiet" onClick={selection.clear}>
        {t('clearSelection')}
      </button>
      <span class="bulk-acts">
        <button type="button" onClick={() => setTagging(true)}>
          {t('tagThem')}
        </button>
        {decisions.map((decision) => (
          <button
            key={decision}
            type="button"
            onClick={() => void run({ kind: 'mark', ids, decision })}
          >
            {t(decision)}
          </button>
        ))}
        <button type="button" onClick={() => void run({ kind: 'mark', ids, decision: null })}>
          {t('notDecided')}
        </button>
        <CopyReference ids={ids} follow={long.watch} />
        <button type="button" class="danger" onClick={() => void remove()}>
          {t('delete')}
        </button>
      </span>
      {isTagging && (
        <BulkTagsDialog
          count={ids.length}
          known={props.tags}
          onMark={(mark) => void run({ kind: 'mark', ids, ...mark })}
          onClose={() => setTagging(false)}
        />
      )}
    </div>
  )
}
