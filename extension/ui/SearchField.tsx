import { t } from '../i18n.ts'

/** The box that searches the library at each input. */
export function SearchField(props: {
  text: string
  onSearch(text: string): void
  focus?: boolean
}) {
  return (
    <input
      type="search"
      class="field search"
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      autocomplete="off"
      spellcheck={false}
      dir="auto"
      value={props.text}
      onInput={(event) => props.onSearch(event.currentTarget.value)}
    />
  )
}
