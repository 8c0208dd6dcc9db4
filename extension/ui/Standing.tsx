import { useId } from 'preact/hooks'
import type { Decision } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { decisionNames } from './standing-text.ts'
import type { RecordState } from './use-record.ts'

/** What was decided about a saved paper, to be changed or taken back at any time. */
export function Standing({ record, edit }: Pick<RecordState, 'record' | 'edit'>) {
  const id = useId()
  const choose = (value: string) => {
    const decision = value === '' ? null : (value as Decision)
    const said = decision ? t(decisionNames[decision]) : t('notDecided')
    void edit({ decision }, t('decisionChanged', said), true)
  }
  const { decision, reason } = record
  return (
    <p class="standing">
      <label for={id}>{t('decision')}</label>{' '}
      <select
        id={id}
        class="field"
        value={decision ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t('notDecided')}</option>
        {Object.entries(decisionNames).map(([each, name]) => (
          <option key={each} value={each}>
            {t(name)}
          </option>
        ))}
      </select>{' '}
      {decision === 'exclude' && reason !== undefined && <bdi class="soft">{reason}</bdi>}
    </p>
  )
}
