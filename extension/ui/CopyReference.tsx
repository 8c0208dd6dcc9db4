import { referenceStyle, referenceStyles } from '../../src/references/styles.ts'
import { t } from '../i18n.ts'
import { type FollowWork, useReferences } from './use-references.ts'
import { useSettings } from './use-settings.ts'

/** Copies the references of papers in the style that stands beside the button, which is the last one taken. */
export function CopyReference(props: { ids: readonly string[]; follow?: FollowWork }) {
  const [settings, change] = useSettings()
  const copy = useReferences(props.follow)
  const { id: chosen } = referenceStyle(settings.referenceStyle)
  return (
    <span class="joined">
      <button type="button" onClick={() => void copy(props.ids, chosen)}>
        {t('copyReference')}
      </button>
      <select
        aria-label={t('citationStyle')}
        value={chosen}
        onChange={(event) => void change({ referenceStyle: event.currentTarget.value })}
      >
        {referenceStyles.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}
