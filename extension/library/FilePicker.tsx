import type { RefObject } from 'preact'
import { t } from '../i18n.ts'

/** What can be imported, by its endings: databases name their files as they like. */
const accepted =
  '.json,.bib,.bibtex,.biblatex,.ris,.nbib,.medline,.csv,.tsv,.txt,application/json,text/plain,text/csv'

/** The box behind the buttons that choose files; `input.current.click()` opens it. */
export function FilePicker(props: {
  input: RefObject<HTMLInputElement | null>
  onFiles(files: File[]): void
}) {
  return (
    <input
      ref={props.input}
      type="file"
      hidden
      multiple
      accept={accepted}
      aria-label={t('importFile')}
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])]
        // Choosing the same file again must be a change again.
        event.currentTarget.value = ''
        if (files.length > 0) props.onFiles(files)
      }}
    />
  )
}
