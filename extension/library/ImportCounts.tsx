import { useId } from 'preact/hooks'
import { day, plural, t } from '../i18n.ts'
import { recordFieldName } from '../ui/field-names.ts'
import type { ImportPreview } from '../ui/transfer.ts'

/** So many are listed by name; the rest are counted. */
const listed = 20

/** What an import would do: how many papers are new, here already, broken and why. */
export function ImportCounts(props: {
  preview: ImportPreview
  bringBack: boolean
  onBringBack(bringBack: boolean): void
}) {
  const { preview } = props
  const { added, merged, unchanged, deleted, repeated, broken } = preview
  const { gains, reasons, doubts, writtenAt, formats, lost = 0, losses = [] } = preview
  const gainsId = useId()
  return (
    <>
      {formats && <p class="soft">{t('importFormat', formats.join(', '))}</p>}
      {writtenAt !== undefined && <p class="soft">{t('importWritten', day(writtenAt))}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} class="doubt">
          {t(doubt === 'changed' ? 'importChanged' : 'importCounts')}
        </p>
      ))}
      <ul class="counts">
        <li>{plural('importNew', added)}</li>
        {merged > 0 && <li>{plural('importMerge', merged)}</li>}
        {unchanged > 0 && <li>{plural('importUnchanged', unchanged)}</li>}
        {deleted > 0 && <li>{plural(formats ? 'importTrashed' : 'importDeleted', deleted)}</li>}
        {repeated > 0 && <li>{plural('importRepeated', repeated)}</li>}
        {broken > 0 && <li>{plural('importBroken', broken)}</li>}
      </ul>
      {gains.length > 0 && (
        <>
          <p id={gainsId}>{t('importGains')}</p>
          <ul class="counts gains" aria-labelledby={gainsId}>
            {gains.map(({ field, papers }) => (
              <li key={field}>{t('fieldCount', recordFieldName(field), papers)}</li>
            ))}
          </ul>
        </>
      )}
      {deleted > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={props.bringBack}
            onChange={(event) => props.onBringBack(event.currentTarget.checked)}
          />
          {t(formats ? 'importFromTrash' : 'importBringBack')}
        </label>
      )}
      <Placed label={t('importBrokenList')} told={reasons} of={broken} />
      <Placed label={t('importLossList')} told={losses} of={lost} />
    </>
  )
}

/** What is told of places in files; of more than are listed how many. */
function Placed(props: {
  label: string
  told: readonly { name: string; why: string }[]
  of: number
}) {
  const { label, told, of } = props
  if (told.length === 0) return null
  return (
    <ul class="trail" aria-label={label}>
      {told.slice(0, listed).map(({ name, why }) => (
        // Whole files stand on one line, so that a place is no key.
        <li>
          <bdi>{name}</bdi>: {why}
        </li>
      ))}
      {of > listed && <li>{plural('andMore', of - listed)}</li>}
    </ul>
  )
}
