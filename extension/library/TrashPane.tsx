import { useCallback, useEffect, useState } from 'preact/hooks'
import { type RecordRow, untitled } from '../../src/item/record.ts'
import { day, number, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { errorText } from '../ui/error-text.ts'
import { InlineMarkup } from '../ui/InlineMarkup.tsx'
import { plainText } from '../ui/inline-markup.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { useLibraryChange } from '../ui/use-library-change.ts'
import type { LongWork } from './use-long-work.ts'
import { useWork } from './work.ts'

/** How many rows are read at a time. */
const page = 100

/** What was deleted, and how it comes back or goes for good. */
export function TrashPane({ long }: { long: LongWork }) {
  const work = useWork()
  const ask = useAsk()
  const { say, fail } = useAnnouncer()
  const [{ rows, total }, setTrash] = useState<{ rows: RecordRow[]; total: number | undefined }>({
    rows: [],
    total: undefined,
  })
  const [isAsking, setAsking] = useState(false)
  const read = useCallback(
    (first: number) => {
      work.trash(first).then(setTrash, (error: unknown) => fail(errorText(error)))
    },
    [work, fail],
  )
  useEffect(() => read(page), [read])
  useLibraryChange(() => read(Math.max(page, rows.length)))
  const restore = async ({ id, title }: RecordRow) => {
    const reply = await ask('record:restore', { ids: [id] })
    if (reply.ok) say(t('restored', plainText(title)))
  }
  const empty = () => {
    setAsking(false)
    void long.run({ kind: 'purge' }, t('taskPurge'), ({ changed }) => plural('purged', changed))
  }
  if (total === undefined) return <p class="empty">{t('readingLibrary')}</p>
  if (total === 0) return <p class="empty">{t('trashEmpty')}</p>
  return (
    <>
      <div class="pane-head">
        <p class="list-count">{plural('papers', total)}</p>
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {t('emptyTrash', number(total))}
        </button>
      </div>
      <ul class="rows" aria-label={t('trash')}>
        {rows.map((row) => {
          const title = row.title === untitled ? t('untitled') : row.title
          return (
            <li key={row.id} class="row plain-row" aria-label={plainText(title)}>
              <p id={`trashed-${row.id}`} class="row-title" dir="auto">
                <InlineMarkup text={title} words={[]} />
              </p>
              <p class="row-about">
                <bdi>{[row.names, row.journal, row.year].filter(Boolean).join(' · ')}</bdi>
                {' · '}
                {t('savedOn', day(row.savedAt))}
              </p>
              <button
                type="button"
                aria-describedby={`trashed-${row.id}`}
                onClick={() => void restore(row)}
              >
                {t('restore')}
              </button>
            </li>
          )
        })}
      </ul>
      {rows.length < total && (
        <button type="button" class="more" onClick={() => read(rows.length + page)}>
          {t('showMore')}
        </button>
      )}
      {isAsking && (
        <Dialog heading={t('emptyTrashHeading')} onClose={() => setAsking(false)}>
          <p>{plural('emptyTrashAsk', total)}</p>
          <div class="actions">
            <button type="button" class="danger" onClick={empty}>
              {t('removeForGood')}
            </button>
            <button type="button" autofocus onClick={() => setAsking(false)}>
              {t('cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
