import { useState } from 'preact/hooks'
import { day, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { ImportPreview } from '../ui/transfer.ts'
import { ProgressLine } from './ProgressDialog.tsx'
import type { ImportState } from './use-import.ts'

/** What an import would do, before it does it; then how far it has come. */
export function ImportDialog({ state }: { state: ImportState }) {
  const { step } = state
  // Of each file it is asked anew: what was wanted once is not wanted for good.
  return step.kind === 'none' ? null : <ImportSteps state={state} step={step} />
}

function ImportSteps(props: {
  state: ImportState
  step: Exclude<ImportState['step'], { kind: 'none' }>
}) {
  const { state, step } = props
  const [bringBack, setBringBack] = useState(false)
  const isStopping = step.kind === 'running' && step.isStopping
  return (
    <Dialog heading={t('importHeading')} onClose={state.cancel}>
      <p class="soft">
        <bdi>{step.name}</bdi>
      </p>
      {step.kind === 'checking' && <p>{t('importChecking')}</p>}
      {step.kind === 'checked' && (
        <Preview preview={step.checked.preview} bringBack={bringBack} onBringBack={setBringBack} />
      )}
      {step.kind === 'running' && (
        <ProgressLine label={t('importProgress')} done={step.progress.done} of={step.progress.of} />
      )}
      <div class="actions">
        {step.kind === 'checked' && (
          <button
            type="button"
            class="primary"
            disabled={!hasNews(step.checked.preview, bringBack)}
            onClick={() => void state.start({ bringBack })}
          >
            {t('importStart')}
          </button>
        )}
        <button type="button" disabled={isStopping} onClick={state.cancel}>
          {isStopping ? t('takingBack') : t('cancel')}
        </button>
      </div>
    </Dialog>
  )
}

/** True where the import would change something; highlights are not compared one by one, so they count as news. */
function hasNews(
  { added, merged, deleted, highlights }: ImportPreview,
  bringBack: boolean,
): boolean {
  return added + merged + highlights > 0 || (bringBack && deleted > 0)
}

/** The broken ones that are listed by name; the rest are counted. */
const listed = 20

function Preview(props: {
  preview: ImportPreview
  bringBack: boolean
  onBringBack(bringBack: boolean): void
}) {
  const { added, merged, unchanged, deleted, broken, reasons, doubts, writtenAt } = props.preview
  return (
    <>
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
        {deleted > 0 && <li>{plural('importDeleted', deleted)}</li>}
        {broken > 0 && <li>{plural('importBroken', broken)}</li>}
      </ul>
      {deleted > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={props.bringBack}
            onChange={(event) => props.onBringBack(event.currentTarget.checked)}
          />
          {t('importBringBack')}
        </label>
      )}
      {reasons.length > 0 && (
        <ul class="trail" aria-label={t('importBrokenList')}>
          {reasons.slice(0, listed).map(({ name, why }) => (
            <li key={name}>
              <bdi>{name}</bdi>: {why}
            </li>
          ))}
          {broken > listed && <li>{plural('andMore', broken - listed)}</li>}
        </ul>
      )}
    </>
  )
}
