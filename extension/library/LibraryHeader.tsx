import { t } from '../i18n.ts'
import { SearchField } from '../ui/SearchField.tsx'

/** The library page's head: its name, the search, import and export. */
export function LibraryHeader(props: {
  text: string
  onSearch(text: string): void
  onImport(): void
  onExport(): void
}) {
  return (
    <header class="page-head">
      <h1 class="logo">{t('extName')}</h1>
      <SearchField text={props.text} onSearch={props.onSearch} />
      <button type="button" onClick={props.onImport}>
        {t('import')}
      </button>
      <button type="button" onClick={props.onExport}>
        {t('export')}
      </button>
    </header>
  )
}
