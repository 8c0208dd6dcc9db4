import { useId, useState } from 'preact/hooks'
import { type Format, formats } from '../../src/formats/index.ts'
import { number, t } from '../i18n.ts'
import { Dialog } from './Dialog.tsx'
import { ExportPartsChoice, usualParts } from './ExportPartsChoice.tsx'
import { KeptFields } from './KeptFields.tsx'
import { useShell } from './shell.ts'
import { defaultName, type ExportScope, useExport } from './use-export.ts'
import { useReadBack } from './use-read-back.ts'
import type { ExportParts } from './write-export.ts'

/** More papers than these are a file's: to write them would take longer than a browser lets a click wait for its clipboard. */
const mostCopied = 2_000

/** Asks which papers leave in which format, and downloads them as a file or copies them. */
export function ExportDialog(props: { scopes: readonly ExportScope[]; onClose(): void }) {
  const { scopes, onClose } = props
  const { now } = useShell()
  const { busy, error, download, copy } = useExport()
  const [format, setFormat] = useState<Format>(formats[0])
  const [key, setKey] = useState(scopes[0]?.key)
  const [wanted, setWanted] = useState<ExportParts>({})
  const [name, setName] = useState('')
  const nameId = useId()
  const scope = scopes.find((each) => each.key === key)
  const parts = { ...usualParts(format.id), ...wanted }
  const kept = useReadBack(format.id, scope, parts)
  const isEmpty = !scope || scope.count === 0
  const start = async (way: typeof download) => {
    if (scope && (await way({ format, scope, parts, name }))) onClose()
  }
  return (
    <Dialog heading={t('exportHeading')} onClose={onClose}>
      <fieldset class="choices">
        <legend>{t('exportFormat')}</legend>
        {formats.map((each) => (
          <div key={each.id} class="choice">
            <label>
              <input
                type="radio"
                name="format"
                checked={each.id === format.id}
                onChange={() => setFormat(each)}
              />
              {each.name}
            </label>
            <p class="soft">{t(about[each.id])}</p>
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
      {/* A backup has everything. */}
      {format.id !== 'json' && (
        <ExportPartsChoice
          parts={parts}
          onChange={(changed) => setWanted((before) => ({ ...before, ...changed }))}
        />
      )}
      <div class="labelled">
        <label for={nameId}>{t('exportName')}</label>
        <input
          id={nameId}
          class="field"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          placeholder={`${scope?.count === 1 ? t('exportNameKey') : defaultName(now())}.${format.extension}`}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
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
          disabled={busy || isEmpty}
          onClick={() => void start(download)}
        >
          {t('download')}
        </button>
        {scope && scope.count <= mostCopied && (
          <button type="button" disabled={busy || isEmpty} onClick={() => void start(copy)}>
            {t('exportCopy')}
          </button>
        )}
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
