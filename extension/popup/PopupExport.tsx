import { ExportDialog } from '../ui/ExportDialog.tsx'
import { allPapers, listScopes, thisPaper } from '../ui/export-scopes.ts'
import { useShell } from '../ui/shell.ts'
import type { LibraryList } from '../ui/use-library-list.ts'
import type { Selection } from '../ui/use-selection.ts'

/** The export of what the popup shows: the paper that stands open, the list and what is ticked in it, or the whole library. */
export function PopupExport(props: {
  list: LibraryList
  selection: Selection
  /** True where the list can be seen. */
  isListed: boolean
  openId: string | undefined
  onClose(): void
}) {
  const { list, openId } = props
  const { library } = useShell()
  const rest = props.isListed
    ? listScopes(library, list, props.selection.ids)
    : [allPapers(library, list.all)]
  return (
    <ExportDialog
      scopes={openId === undefined ? rest : [thisPaper(openId), ...rest]}
      onClose={props.onClose}
    />
  )
}
