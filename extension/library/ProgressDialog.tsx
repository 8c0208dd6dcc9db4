import { number, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { LongWork } from './use-long-work.ts'

/** How far long work has come, and the way to stop it. */
export function ProgressDialog({ work: { running, stop } }: { work: LongWork }) {
  if (!running) return null
  const { name, done, of, isStopping } = running
  return (
    <Dialog heading={name} onClose={stop}>
      <ProgressLine label={name} done={done} of={of} />
      <div class="actions">
        <button type="button" disabled={isStopping} onClick={stop}>
          {isStopping ? t('stopping') : t('stop')}
        </button>
      </div>
    </Dialog>
  )
}

/** A bar, and the numbers beside it; how much there is to do may not be known yet. */
export function ProgressLine(props: { label: string; done: number; of: number }) {
  const { label, done, of } = props
  return (
    <p class="progress">
      {of > 0 ? (
        <progress aria-label={label} max={of} value={done} />
      ) : (
        <progress aria-label={label} />
      )}
      {of > 0 && t('doneOf', number(done), number(of))}
    </p>
  )
}
