import { useId } from 'preact/hooks'
import { t } from '../i18n.ts'
import { languages } from '../languages.ts'
import { locales, type Settings } from '../settings.ts'

/** The choice of the interface's language: the browser's, or one of ours by the name that it has for itself. */
export function LanguageChoice(props: {
  settings: Settings
  onChange(changed: Partial<Settings>): Promise<void>
}) {
  const id = useId()
  return (
    <div class="labelled">
      <label for={id}>{t('interfaceLanguage')}</label>
      <select
        id={id}
        class="field"
        value={props.settings.language}
        onChange={(event) =>
          void props.onChange({ language: event.currentTarget.value as Settings['language'] })
        }
      >
        <option value="system">{t('themeSystem')}</option>
        {locales.map((locale) => {
          const { name, tag, direction } = languages[locale]
          return (
            <option key={locale} value={locale} lang={tag} dir={direction}>
              {name}
            </option>
          )
        })}
      </select>
    </div>
  )
}
