import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { useCopy } from '../ui/use-copy.ts'

/** A paper's citation key, to be copied by itself or with the whole entry. */
export function KeyBox({ record }: { record: LibraryRecord }) {
  const copy = useCopy()
  return (
    <section class="labelled" aria-labelledby="key-box">
      <h3 id="key-box" class="label">
        {t('fieldCitationKey')}
      </h3>
      <div class="key-box">
        {record.citationKey === undefined ? (
          // Until somebody has it, it may still follow what is mended on the paper.
          <span class="soft">{t('keyAtFirstUse')}</span>
        ) : (
          <bdi class="citation-key">{record.citationKey}</bdi>
        )}
        <span class="key-actions">
          <button type="button" class="quiet" onClick={() => void copy.key(record.id)}>
            {t('copyKey')}
          </button>
          <button type="button" class="quiet" onClick={() => void copy.bibtex(record.id)}>
            {t('copyBibtex')}
          </button>
        </span>
      </div>
    </section>
  )
}
