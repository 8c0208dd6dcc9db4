import { number, t } from '../i18n.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { SearchField } from '../ui/SearchField.tsx'

/** The library page's head: its name, the search, import and export. */
export function LibraryHeader(props: {
  text: string
  tags: readonly TagCount[]
  /** How many papers answer. */
  total: number | undefined
  onSearch(text: string): void
  onImport(): void
  onExport(): void
  /** Papers that nobody has decided about. */
  waiting: number | undefined
  onReview(): void
}) {
  return (
    <header class="page-head">
      <h1 class="logo">{t('extName')}</h1>
      <SearchField
        text={props.text}
        tags={props.tags}
        total={props.total}
        onSearch={props.onSearch}
      />
      <button type="button" onClick={props.onImport}>
        {t('import')}
      </button>
      <button type="button" onClick={props.onExport}>
        {t('export')}
      </button>
      <button type="button" class="primary" onClick={props.onReview}>
        {t('review')}
        {props.waiting !== undefined && props.waiting > 0 && (
          <span class="badge" aria-hidden="true">
            {number(props.waiting)}
          </span>
        )}
      </button>
    </header>
  )
}
