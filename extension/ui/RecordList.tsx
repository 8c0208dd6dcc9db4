import { useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { later } from './Later.tsx'
import { RecordRowItem } from './RecordRowItem.tsx'
import type { LibraryList } from './use-library-list.ts'
import type { Selection } from './use-selection.ts'
import type { RecordRowsProps } from './VirtualRecordRows.tsx'

const VirtualRecordRows = later(
  async () => (await import('./VirtualRecordRows.tsx')).VirtualRecordRows,
  FirstRows,
)

const RowKeys = later(async () => (await import('./RowKeys.tsx')).RowKeys)

/** The papers that answer the query, newest first. */
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
  const { list, selection, left } = props
  if (list.total === undefined) return <p class="empty">{t('readingLibrary')}</p>
  if (list.total === 0) return <EmptyList list={list} />
  const itemProps: RecordRowsProps['itemProps'] = ({ id }) => ({
    snippet: list.snippets.get(id),
    words: list.words,
    now: props.now,
    ticked: selection.ids.has(id),
    current: id === props.current,
    onTick: (ticked) => selection.set(id, ticked),
    onOpen: () => props.onOpen(id),
  })
  return (
    <>
      {list.isIndexing && <p class="soft">{t('indexingLine')}</p>}
      {list.length > list.first.length ? (
        <VirtualRecordRows list={list} left={left} itemProps={itemProps} />
      ) : (
        <FirstRows list={list} left={left} itemProps={itemProps} />
      )}
    </>
  )
}

/** A short list, or what there is of a long one until its places are known. */
function FirstRows({ list, left, itemProps }: RecordRowsProps) {
  const rows = useRef<HTMLUListElement>(null)
  return (
    <>
      <ul ref={rows} class="rows" aria-label={t('papersList')}>
        {list.first.map((row) => (
          <RecordRowItem key={row.id} row={row} {...itemProps(row)} />
        ))}
      </ul>
      <RowKeys list={list} rows={rows} left={left} />
    </>
  )
}

function EmptyList({ list }: { list: LibraryList }) {
  if (list.query.text.trim() === '' && list.query.tags.length === 0)
    return <FirstSteps then="firstUse" />
  return (
    <div class="empty">
      <p>{t('noMatch')}</p>
      <button type="button" onClick={() => list.search({ text: '', tags: [] })}>
        {t('clearSearch')}
      </button>
    </div>
  )
}
