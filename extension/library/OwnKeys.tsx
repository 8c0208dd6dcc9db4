import { useId, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { actFor, isKey, keyFor, type ReviewAct, reviewActs } from '../review/review-keys.ts'
import type { Settings } from '../settings.ts'

/** The names of the acts by their keys in `_locales`. */
const names = {
  include: 'include',
  maybe: 'maybe',
  exclude: 'exclude',
  next: 'keyNext',
  previous: 'keyPrevious',
  tags: 'keyTag',
  note: 'keyNote',
  undo: 'keyUndo',
} as const satisfies Record<ReviewAct, string>

/** A box for each act of review that takes the next key pressed in it; a key that another act has is refused, and by which is said. */
export function OwnKeys(props: {
  settings: Settings
  onChange(changed: Partial<Settings>): Promise<void>
}) {
  const { settings, onChange } = props
  const id = useId()
  const [taken, setTaken] = useState<{ key: string; by: ReviewAct }>()
  if (settings.reviewKeys === 'none') return null
  const press = (act: ReviewAct, event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    // Tab and Escape go on as everywhere.
    if (!isKey(key) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const by = actFor(key, settings)
    setTaken(by !== undefined && by !== act ? { key, by } : undefined)
    if (by === undefined) void onChange({ ownKeys: { ...settings.ownKeys, [act]: key } })
  }
  return (
    <fieldset class="own-keys">
      <legend>{t('ownKeys')}</legend>
      {reviewActs.map((act) => (
        <div key={act}>
          <label for={`${id}-${act}`}>{t(names[act])}</label>
          <input
            id={`${id}-${act}`}
            class="field"
            readOnly
            value={keyFor(act, settings)?.toUpperCase() ?? ''}
            onKeyDown={(event) => press(act, event)}
          />
        </div>
      ))}
      {taken && (
        <p role="alert" class="soft">
          {t('keyTaken', taken.key.toUpperCase(), t(names[taken.by]))}
        </p>
      )}
      {Object.keys(settings.ownKeys).length > 0 && (
        <button type="button" class="quiet" onClick={() => void onChange({ ownKeys: {} })}>
          {t('keysReset')}
        </button>
      )}
    </fieldset>
  )
}
