import { Fragment } from 'preact'
import { useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { BackButton } from '../ui/BackButton.tsx'
import { ListFooterCount } from '../ui/ListFooterCount.tsx'
import type { TagCount } from '../ui/library-reader.ts'
import { RecordList } from '../ui/RecordList.tsx'
import { SavedRecord } from '../ui/SavedRecord.tsx'
import { useShell } from '../ui/shell.ts'
import { useDeletion } from '../ui/use-deletion.ts'
import type { LibraryList } from '../ui/use-library-list.ts'
import { useOpened } from '../ui/use-opened.ts'
import type { Selection } from '../ui/use-selection.ts'
import { BulkBar } from './BulkBar.tsx'
import { KeyBox } from './KeyBox.tsx'
import type { LongWork } from './use-long-work.ts'
import { useWayBack } from './use-way-back.ts'

/** The list, and the record that stands open beside it, or in its place where the window is small (library-page.css). */
export function PapersView(props: {
  list: LibraryList
  selection: Selection
  openedId: string | undefined
  onOpen(id: string | undefined): void
  tags: readonly TagCount[]
  long: LongWork
}) {
  const { list, selection, openedId, onOpen } = props
  const { now } = useShell()
  const opened = useOpened(openedId)
  const pane = useRef<HTMLElement>(null)
  const { back, leave, press } = useWayBack(pane, opened !== undefined, () => onOpen(undefined))
  const remove = useDeletion(leave)
  return (
    <>
      <section ref={pane} class="list-pane" aria-label={t('papersList')}>
        {selection.ids.size > 0 ? (
          <BulkBar list={list} selection={selection} tags={props.tags} long={props.long} />
        ) : (
          <p class="list-count">
            <ListFooterCount list={list} selection={selection} />
          </p>
        )}
        <RecordList
          list={list}
          selection={selection}
          now={now()}
          current={openedId}
          onOpen={onOpen}
        />
      </section>
      <section class="record-pane" aria-label={t('paperPane')} onKeyDown={press}>
        {opened ? (
          <Fragment key={opened.id}>
            <BackButton onBack={back} />
            <SavedRecord
              record={opened}
              words={list.words}
              onDeleted={remove}
              belowNote={(record) => <KeyBox record={record} />}
            />
          </Fragment>
        ) : (
          list.all > 0 && <p class="empty">{t('chooseRecord')}</p>
        )}
      </section>
    </>
  )
}
