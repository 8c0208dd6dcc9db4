import { useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { ImportPreview } from '../ui/transfer.ts'
import { ImportCounts } from './ImportCounts.tsx'
import { ImportSource } from './ImportSource.tsx'
import { ProgressLine } from './ProgressDialog.tsx'
import type { ImportState } from './use-import.ts'

/** What an import would do, before it does it; then how far it has come. */
export function ImportDialog(props: { state: ImportState; onPick(): void }) {
  const { state, onPick } = props
  const { step } = state
  // Of each file it is asked anew: what was wanted once is not wanted for good.
  if (step.kind === 'none') return null
  if (step.kind === 'asking') return <ImportSource state={state} step={step} onPick={onPick} />
  return <ImportSteps state={state} step={step} />
}

function ImportSteps(props: {
  state: ImportState
  step: Exclude<ImportState['step'], { kind: 'none' | 'asking' }>
}) {
  const { state, step } = props
  const [bringBack, setBringBack] = useState(false)
  const isStopping = step.kind === 'running' && step.isStopping
  return (
    <Dialog heading={t('importHeading')} onClose={state.cancel}>
      <p class="soft">
        <bdi>{step.name}</bdi>
      </p>
      {step.kind === 'checking' && (
        <>
          <p>{t('importChecking')}</p>
          <ProgressLine label={t('importChecking')} done={0} of={0} />
        </>
      )}
      {step.kind === 'checked' && (
        <ImportCounts
          preview={step.checked.preview}
          bringBack={bringBack}
          onBringBack={setBringBack}
        />
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
