import { useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { SearchField } from '../ui/SearchField.tsx'

/** The library page's head: its name, the search, import and export. */
export function LibraryHeader(props: {
  text: string
  onSearch(text: string): void
  onFile(file: File): void
  onExport(): void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <header class="page-head">
      <h1 class="logo">{t('extName')}</h1>
      <SearchField text={props.text} onSearch={props.onSearch} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('importFile')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // Choosing the same file again must be a change again.
          event.currentTarget.value = ''
          if (file) props.onFile(file)
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        {t('import')}
      </button>
      <button type="button" onClick={props.onExport}>
        {t('export')}
      </button>
    </header>
  )
}
