import type { Format } from '../../src/formats/index.ts'
import { t } from '../i18n.ts'
import type { ExportParts } from './write-export.ts'

/** What of the papers goes into a file: each part that may be wanted elsewhere or not. */
export function ExportPartsChoice(props: {
  parts: Required<ExportParts>
  onChange(parts: ExportParts): void
}) {
  const { parts, onChange } = props
  return (
    <fieldset class="choices">
      <legend>{t('exportParts')}</legend>
      {([...Object.keys(names)] as (keyof typeof names)[]).map((part) => (
        <div key={part} class="choice">
          <label>
            <input
              type="checkbox"
              checked={parts[part]}
              onChange={(event) => onChange({ [part]: event.currentTarget.checked })}
            />
            {t(names[part])}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const names = {
  abstracts: 'exportAbstracts',
  tags: 'tags',
  notes: 'exportNotes',
  decisions: 'exportDecisions',
} as const satisfies Record<keyof ExportParts, string>

/** What goes into a file of a format unless a person says otherwise: no bibliography has use for what was decided in a review. */
export function usualParts(format: Format['id']): Required<ExportParts> {
  const isBibliography = format === 'bibtex' || format === 'biblatex'
  return { abstracts: true, tags: true, notes: true, decisions: !isBibliography }
}
