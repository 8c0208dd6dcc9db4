import { useEffect, useState } from 'preact/hooks'
import { day, plural, t } from '../i18n.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { errorText } from '../ui/error-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import type { LongWork } from './use-long-work.ts'
import type { Upkeep } from './use-upkeep.ts'
import { useWork } from './work.ts'

/** What is in no backup, a backup now, one by itself every day, and the way back. */
export function BackupDialog(props: {
  upkeep: Upkeep
  long: LongWork
  onRestore(): void
  onClose(): void
}) {
  const { upkeep, long, onClose } = props
  const work = useWork()
  const { tell } = useAnnouncer()
  const [isDaily, setDaily] = useState<boolean>()
  const [error, setError] = useState<string>()
  useEffect(() => void work.isScheduled().then(setDaily), [work])
  const { backup } = upkeep
  const backUp = async () => {
    onClose()
    const name = await long.watch(t('backingUp'), (told) => work.backUp(told))
    if (name === undefined) return
    tell(t('backedUp', name))
    upkeep.refresh()
  }
  // Asked for on the click itself: later the browser would not let us.
  const setSchedule = (box: HTMLInputElement) => {
    const on = box.checked
    return work.schedule(on).then(
      (done) => {
        setDaily(done && on)
        // Refused twice is nothing new to Preact, and the box has its tick from the click.
        box.checked = done && on
        setError(done ? undefined : t('permissionRefused'))
      },
      (failure: unknown) => {
        box.checked = isDaily ?? false
        setError(errorText(failure))
      },
    )
  }
  return (
    <Dialog heading={t('backup')} onClose={onClose}>
      {backup && (
        <p>
          {backup.changes > 0 && `${plural('inNoBackup', backup.changes)}. `}
          {backup.changes === 0 && backup.last && `${t('allInBackup')} `}
          {backup.last ? t('lastBackup', backup.last.name, day(backup.last.at)) : t('noBackupYet')}
        </p>
      )}
      <p class="soft">{t('backupAbout')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={isDaily ?? false}
          disabled={isDaily === undefined}
          onChange={(event) => void setSchedule(event.currentTarget)}
        />
        {t('backupDaily')}
      </label>
      <p class="soft">{t('backupDailyWhy')}</p>
      {error !== undefined && (
        <p role="alert" class="bar bar-error">
          {error}
        </p>
      )}
      <div class="actions">
        <button type="button" class="primary" onClick={() => void backUp()}>
          {t('backUpNow')}
        </button>
        <button
          type="button"
          onClick={() => {
            onClose()
            props.onRestore()
          }}
        >
          {t('restoreBackup')}
        </button>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  )
}
