import { number, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { ImportPreview } from '../ui/transfer.ts'
import type { ImportState } from './use-import.ts'

/** What an import would do, before it does it; then how far it has come. */
export function ImportDialog({ state }: { state: ImportState }) {
  const { step } = state
  if (step.kind === 'none') return null
  return (
    <Dialog heading={t('importHeading')} onClose={state.cancel}>
      <p class="soft">
        <bdi>{step.name}</bdi>
      </p>
      {step.kind === 'checking' && <p>{t('importChecking')}</p>}
      {step.kind === 'checked' && <Preview preview={step.checked.preview} />}
      {step.kind === 'running' && (
        <p>
          <progress
            aria-label={t('importProgress')}
            max={step.progress.of || 1}
            value={step.progress.done}
          />
          {t('doneOf', number(step.progress.done), number(step.progress.of))}
        </p>
      )}
      <div class="actions">
        {step.kind === 'checked' && (
          <button
            type="button"
            class="primary"
            disabled={step.checked.preview.added + step.checked.preview.merged === 0}
            onClick={() => void state.start()}
          >
            {t('importStart')}
          </button>
        )}
        <button type="button" onClick={state.cancel}>
          {t('cancel')}
        </button>
      </div>
    </Dialog>
  )
}

/** The broken ones that are listed by name; the rest are counted. */
const listed = 20

function Preview({ preview }: { preview: ImportPreview }) {
  const { added, merged, unchanged, broken } = preview
  return (
    <>
      <ul class="counts">
        <li>{plural('importNew', added)}</li>
        {merged > 0 && <li>{plural('importMerge', merged)}</li>}
        {unchanged > 0 && <li>{plural('importUnchanged', unchanged)}</li>}
        {broken.length > 0 && <li>{plural('importBroken', broken.length)}</li>}
      </ul>
      {broken.length > 0 && (
        <ul class="trail" aria-label={t('importBrokenList')}>
          {broken.slice(0, listed).map(({ name, why }) => (
            <li>
              <bdi>{name}</bdi>: {why}
            </li>
          ))}
          {broken.length > listed && <li>{plural('andMore', broken.length - listed)}</li>}
        </ul>
      )}
    </>
  )
}
