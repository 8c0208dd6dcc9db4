import type { RefObject } from 'preact'
import { t } from '../i18n.ts'

/** The box behind the buttons that choose a file; `input.current.click()` opens it. */
export function FilePicker(props: {
  input: RefObject<HTMLInputElement | null>
  onFile(file: File): void
}) {
  return (
    <input
      ref={props.input}
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
  )
}
