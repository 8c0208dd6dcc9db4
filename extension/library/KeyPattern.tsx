import { useId, useState } from 'preact/hooks'
import { defaultKey } from '../../src/item/citation-key.ts'
import {
  citationPatterns,
  compileCitationPattern,
  type PatternError,
} from '../../src/item/citation-pattern.ts'
import type { Item } from '../../src/item/item.ts'
import { t } from '../i18n.ts'
import type { Settings } from '../settings.ts'

const presets = ['offprint', 'zotero', 'betterBibtex', 'jabref'] as const

/** Names of programs; the first is ours. */
const presetNames = {
  offprint: 'Offprint, Google Scholar',
  zotero: 'Zotero',
  betterBibtex: 'Better BibTeX',
  jabref: 'JabRef',
} as const satisfies Record<(typeof presets)[number], string>

/** What the example is made of. */
const example: Item = {
  type: 'article-journal',
  title: 'Deep learning of the tides',
  author: [{ given: 'Jo', family: 'Smith' }],
  issued: { 'date-parts': [[2020]] },
}

/** How citation keys are made: as another program makes them, or by a pattern of the person's own. What cannot be one is not kept. */
export function KeyPattern(props: {
  settings: Settings
  onChange(changed: Partial<Settings>): Promise<void>
}) {
  const kept = props.settings.citationKeyPattern || citationPatterns.offprint
  const [typed, setTyped] = useState<string>()
  const pattern = typed ?? kept
  const compiled = compileCitationPattern(pattern)
  const ids = { preset: useId(), pattern: useId(), about: useId() }
  const preset = presets.find((each) => citationPatterns[each] === pattern)
  const set = (text: string) => {
    setTyped(text)
    if (!compileCitationPattern(text).ok) return
    const isOurs = text.trim() === citationPatterns.offprint
    void props.onChange({ citationKeyPattern: isOurs ? '' : text.trim() })
  }
  return (
    <section class="setting">
      <h3>{t('citationKeys')}</h3>
      <div class="labelled">
        <label for={ids.preset}>{t('keysLike')}</label>
        <select
          id={ids.preset}
          class="field"
          value={preset ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const chosen = presets.find((each) => each === value)
            if (chosen) set(citationPatterns[chosen])
          }}
        >
          {presets.map((each) => (
            <option key={each} value={each}>
              {presetNames[each]}
            </option>
          ))}
          {!preset && <option value="">{t('ownPattern')}</option>}
        </select>
      </div>
      <div class="labelled">
        <label for={ids.pattern}>{t('keyPattern')}</label>
        <input
          id={ids.pattern}
          class="field"
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          value={pattern}
          aria-invalid={!compiled.ok}
          aria-describedby={ids.about}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <p id={ids.about} class={compiled.ok ? 'soft' : 'trouble'} aria-live="polite">
          {compiled.ok
            ? t('keyExample', (compiled.value ?? defaultKey)(example))
            : troubleText(compiled.error)}
        </p>
      </div>
      <p class="soft">{t('keysStay')}</p>
    </section>
  )
}

const troubleKeys = {
  character: 'patternCharacter',
  unclosed: 'patternUnclosed',
  field: 'patternField',
  filter: 'patternFilter',
  number: 'patternNumber',
  'no-field': 'patternNoField',
  'too-long': 'patternTooLong',
} as const satisfies Record<PatternError['trouble'], string>

function troubleText({ trouble, at, text }: PatternError): string {
  return t(troubleKeys[trouble], at + 1, text)
}
