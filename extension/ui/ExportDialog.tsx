import { useState } from 'preact/hooks'
import { type Format, formats } from '../../src/formats/index.ts'
import { number, t } from '../i18n.ts'
import { Dialog } from './Dialog.tsx'
import { KeptFields } from './KeptFields.tsx'
import { type ExportScope, useExport } from './use-export.ts'
import { useReadBack } from './use-read-back.ts'

/** Asks which papers leave in which format, and downloads them as a file. */
export function ExportDialog(props: { scopes: readonly ExportScope[]; onClose(): void }) {
  const { scopes, onClose } = props
  const { busy, error, start } = useExport()
  const [format, setFormat] = useState<Format['id']>('bibtex')
  const [key, setKey] = useState(scopes[0]?.key)
  const scope = scopes.find((each) => each.key === key)
  const kept = useReadBack(format, scope)
  const download = async () => {
    if (scope && (await start(format, scope))) onClose()
  }
  return (
    <Dialog heading={t('exportHeading')} onClose={onClose}>
      <fieldset class="choices">
        <legend>{t('exportFormat')}</legend>
        {formats.map(({ id, name }) => (
          <div key={id} class="choice">
            <label>
              <input
                type="radio"
                name="format"
                checked={id === format}
                onChange={() => setFormat(id)}
              />
              {name}
            </label>
            <p class="soft">{t(about[id])}</p>
          </div>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{t('exportPapers')}</legend>
        {scopes.map((each) => (
          <div key={each.key} class="choice">
            <label>
              <input
                type="radio"
                name="scope"
                checked={each.key === key}
                onChange={() => setKey(each.key)}
              />
              {each.name}
              {each.key !== 'this' && <span class="choice-count">{number(each.count)}</span>}
            </label>
          </div>
        ))}
      </fieldset>
      <KeptFields kept={kept} />
      {/* Nothing outside a modal dialog can be heard or reached. */}
      {error !== undefined && (
        <p role="alert" class="bar bar-error">
          {error}
        </p>
      )}
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={busy || !scope || scope.count === 0}
          onClick={() => void download()}
        >
          {t('download')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        {busy && <span class="soft">{t('preparing')}</span>}
      </div>
    </Dialog>
  )
}

/** The key of the sentence that says what each format is for. */
const about = {
  bibtex: 'aboutBibtex',
  biblatex: 'aboutBiblatex',
  json: 'aboutJson',
  'csl-json': 'aboutCslJson',
  ris: 'aboutRis',
  nbib: 'aboutNbib',
  csv: 'aboutCsv',
} as const satisfies Record<Format['id'], string>
