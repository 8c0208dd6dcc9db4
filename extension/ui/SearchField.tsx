import { useId, useRef } from 'preact/hooks'
import { t } from '../i18n.ts'
import { later } from './Later.tsx'
import type { SearchFieldProps } from './SearchHelp.tsx'

const SearchHelp = later(async () => (await import('./SearchHelp.tsx')).SearchHelp)

/** The box that searches the library at each input; what helps with it comes behind it. `brief` where space is short. */
export function SearchField(props: SearchFieldProps & { brief?: boolean }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div class="search">
      <input
        ref={input}
        type="search"
        class="field"
        aria-label={t('search')}
        aria-describedby={id}
        placeholder={t(props.brief ? 'searchPlaceholderBrief' : 'searchPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={props.text}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
      />
      <SearchHelp {...props} id={id} input={input} />
    </div>
  )
}
