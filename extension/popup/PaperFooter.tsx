import { t } from '../i18n.ts'
import { LibraryLink } from '../ui/LibraryLink.tsx'
import { useCopyBibtex } from '../ui/use-copy-bibtex.ts'

/** What may be done with the paper that stands open: copy it, export it, go to the library. */
export function PaperFooter(props: { id?: string | undefined; onExport(): void }) {
  const copyBibtex = useCopyBibtex()
  const { id } = props
  return (
    <footer class="foot">
      {id !== undefined && (
        <button type="button" onClick={() => void copyBibtex(id)}>
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
