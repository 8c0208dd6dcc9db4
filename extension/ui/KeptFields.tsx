import { useId } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { recordFieldName } from './field-names.ts'
import { type Kept, mostReadBack } from './use-read-back.ts'

/** What a file would not keep of the papers in it, field by field, told when it is known. */
export function KeptFields({ kept }: { kept: Kept | undefined }) {
  const id = useId()
  return (
    <div class="kept soft" aria-live="polite">
      {kept === 'reading' && <p>{t('exportChecking')}</p>}
      {kept === 'too-many' && <p>{t('exportUnchecked', mostReadBack)}</p>}
      {Array.isArray(kept) && kept.length === 0 && <p>{t('exportKept')}</p>}
      {Array.isArray(kept) && kept.length > 0 && (
        <>
          <p id={id}>{t('exportLosses')}</p>
          <ul aria-labelledby={id}>
            {kept.map(({ field, how, records }) => (
              <li key={`${field} ${how}`}>
                {plural(
                  how === 'lost' ? 'exportLost' : 'exportAltered',
                  records,
                  field === 'sections' ? t('fieldSections') : recordFieldName(field),
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
