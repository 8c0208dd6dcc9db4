import { t } from '../i18n.ts'
import { LibraryLink } from '../ui/LibraryLink.tsx'
import { useCopy } from '../ui/use-copy.ts'

/** What may be done with the paper that stands open: copy it, export it, go to the library. */
export function PaperFooter(props: { id?: string | undefined; onExport(): void }) {
  const copy = useCopy()
  const { id } = props
  return (
    <footer class="foot">
      {id !== undefined && (
        <button type="button" onClick={() => void copy.bibtex(id)}>
          {t('copyBibtex')}
        </button>
      )}
      <button type="button" onClick={props.onExport}>
        {t('export')}
      </button>
      <LibraryLink />
    </footer>
  )
}
