import { number, plural, t } from '../i18n.ts'
import type { LibraryList } from './use-library-list.ts'
import type { Selection } from './use-selection.ts'

/** How much a list shows of how much there is, or how many papers are ticked. */
export function ListFooterCount({ list, selection }: { list: LibraryList; selection: Selection }) {
  if (selection.ids.size > 0)
    return (
      <span>
        {plural('selected', selection.ids.size)}{' '}
        <button type="button" class="quiet" onClick={selection.clear}>
          {t('clearSelection')}
        </button>
      </span>
    )
  if (list.total === undefined) return <span />
  if (list.total === list.all) return <span>{plural('papers', list.all)}</span>
  return <span>{t('shownOfAll', number(list.total), number(list.all))}</span>
}
