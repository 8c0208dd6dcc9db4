import { useId, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { type KeyPreset, keyPresets, type Settings, type Theme, themes } from '../settings.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useSettings } from '../ui/use-settings.ts'
import { About } from './About.tsx'
import { EverySite } from './EverySite.tsx'
import { KeyPattern } from './KeyPattern.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { OwnKeys } from './OwnKeys.tsx'
import { StorageUse } from './StorageUse.tsx'

/** What a person may set; each change holds at once, on every page. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const [settings, change] = useSettings()
  const keys = useId()
  const theme = useId()
  return (
    <Dialog heading={t('settings')} onClose={onClose}>
      <section class="setting">
        <h3>{t('saving')}</h3>
        <label class="check">
          <input
            type="checkbox"
            checked={settings.askBeforeSaving}
            onChange={(event) => void change({ askBeforeSaving: event.currentTarget.checked })}
          />
          {t('askBeforeSaving')}
        </label>
        <p class="soft">{t('askBeforeSavingWhy')}</p>
      </section>
      <EverySite />
      <KeyPattern settings={settings} onChange={change} />
      <section class="setting">
        <h3>{t('review')}</h3>
        <div class="labelled">
          <label for={keys}>{t('reviewKeys')}</label>
          <select
            id={keys}
            class="field"
            value={settings.reviewKeys}
            onChange={(event) =>
              void change({ reviewKeys: event.currentTarget.value as KeyPreset })
            }
          >
            {keyPresets.map((preset) => (
              <option key={preset} value={preset}>
                {t(keyNames[preset])}
              </option>
            ))}
          </select>
        </div>
        <OwnKeys settings={settings} onChange={change} />
        <Words name="wanted" settings={settings} onChange={change} />
        <Words name="unwanted" settings={settings} onChange={change} />
      </section>
      <section class="setting">
        <h3>{t('appearance')}</h3>
        <LanguageChoice settings={settings} onChange={change} />
        <div class="labelled">
          <label for={theme}>{t('theme')}</label>
          <select
            id={theme}
            class="field"
            value={settings.theme}
            onChange={(event) => void change({ theme: event.currentTarget.value as Theme })}
          >
            {themes.map((each) => (
              <option key={each} value={each}>
                {t(themeNames[each])}
              </option>
            ))}
          </select>
        </div>
      </section>
      <StorageUse />
      <About />
      <div class="actions">
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  )
}

const themeNames = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
} as const satisfies Record<Theme, string>

const keyNames = {
  offprint: 'keysOffprint',
  rayyan: 'keysRayyan',
  asreview: 'keysAsreview',
  none: 'keysNone',
} as const satisfies Record<KeyPreset, string>

/** A person's own words, separated by commas or lines; kept when the box is left, and when the dialog goes. */
function Words(props: {
  name: 'wanted' | 'unwanted'
  settings: Settings
  onChange(changed: Partial<Settings>): Promise<void>
}) {
  const { name, settings, onChange } = props
  const id = useId()
  const kept = settings[name].join(', ')
  const [text, setText] = useState<string>()
  return (
    <div class="labelled">
      <label for={id}>{t(name === 'wanted' ? 'wantedWords' : 'unwantedWords')}</label>
      <textarea
        id={id}
        class="field"
        rows={2}
        dir="auto"
        value={text ?? kept}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setText(typed)
          void onChange({ [name]: wordsIn(typed) })
        }}
        onBlur={() => setText(undefined)}
      />
    </div>
  )
}

function wordsIn(text: string): string[] {
  const words = text.split(/[,;\n、，；]/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}
