import { t } from '../i18n.ts'
import { RecordRowItem } from './RecordRowItem.tsx'
import type { LibraryList } from './use-library-list.ts'
import { useOnScreen } from './use-on-screen.ts'
import type { Selection } from './use-selection.ts'

/** The papers that answer the query, newest first; more are read as the end comes into view. */
export function RecordList(props: {
  list: LibraryList
  selection: Selection
  now: string
  /** The id of the record that stands open beside the list. */
  current?: string | undefined
  /** The id of the record that was left to come back here. */
  left?: string | undefined
  onOpen(id: string): void
}) {
  const { list, selection } = props
  const end = useOnScreen<HTMLDivElement>(list.more)
  if (list.total === undefined) return <p class="empty">{t('readingLibrary')}</p>
  if (list.total === 0) return <EmptyList list={list} />
  return (
    <>
      {list.isIndexing && <p class="soft">{t('indexingLine')}</p>}
      <ul class="rows" aria-label={t('papersList')}>
        {list.rows.map((row) => (
          <RecordRowItem
            key={row.id}
            row={row}
            snippet={list.snippets.get(row.id)}
            words={list.words}
            now={props.now}
            ticked={selection.ids.has(row.id)}
            current={row.id === props.current}
            focus={row.id === props.left}
            onTick={(ticked) => selection.set(row.id, ticked)}
            onOpen={() => props.onOpen(row.id)}
          />
        ))}
      </ul>
      {list.hasMore && (
        <div ref={end} class="more">
          <button type="button" onClick={list.more}>
            {t('showMore')}
          </button>
        </div>
      )}
    </>
  )
}

function EmptyList({ list }: { list: LibraryList }) {
  if (list.query.text.trim() === '' && list.query.tags.length === 0)
    return <p class="empty">{t('emptyLibrary')}</p>
  return (
    <div class="empty">
      <p>{t('noMatch')}</p>
      <button type="button" onClick={() => list.search({ text: '', tags: [] })}>
        {t('clearSearch')}
      </button>
    </div>
  )
}
