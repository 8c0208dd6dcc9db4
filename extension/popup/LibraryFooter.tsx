import { number, t } from '../i18n.ts'
import { LibraryLink } from '../ui/LibraryLink.tsx'
import { ListFooterCount } from '../ui/ListFooterCount.tsx'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'

/** How much the list shows, an export of just that, and the way to the library page. */
export function LibraryFooter(props: {
  list: LibraryList
  selection: Selection
  onExport(): void
}) {
  const { list, selection } = props
  const count = selection.ids.size || (list.total ?? list.all)
  return (
    <footer class="foot">
      <ListFooterCount list={list} selection={selection} />
      <button type="button" disabled={count === 0 && list.all === 0} onClick={props.onExport}>
        {count === 0 ? t('export') : t('exportCount', number(count))}
      </button>
      <LibraryLink />
    </footer>
  )
}
