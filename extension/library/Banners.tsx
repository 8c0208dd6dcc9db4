import type { Task } from '../../src/library/task.ts'
import { day, plural, t } from '../i18n.ts'
import { taskName } from './task-name.ts'
import type { LongWork } from './use-long-work.ts'
import type { Upkeep } from './use-upkeep.ts'
import { useWork } from './work.ts'

/** What a person should know before anything else: papers that are missing, work that was cut off, changes in no backup. */
export function Banners(props: {
  upkeep: Upkeep
  onRestore(): void
  long: LongWork
  /** Chooses the file of the import that was cut off once more. */
  onImportRest(): void
  onBackUp(): void
}) {
  const { isBlocked, damage, unfinished, cutOff, backup, refresh } = props.upkeep
  const work = useWork()
  const { long } = props
  const goOn = (task: Task) =>
    then(long.run(undefined, taskName(task), ({ changed }) => plural('taskDone', changed)))
  const takeBack = async (action: number) => {
    await long.undo(action)
    await work.leaveImport()
  }
  const action = cutOff?.action
  const then = (done: Promise<unknown>) => void done.then(refresh)
  return (
    <>
      {isBlocked && (
        <section class="banner" role="alert">
          <p>{t('blocked')}</p>
        </section>
      )}
      {damage && (
        <section class="banner bad" role="alert">
          <p>
            <strong>{missingSentence(damage)}</strong> {t('damageSafe')}{' '}
            {backup?.last
              ? t('damageBackup', backup.last.name, day(backup.last.at))
              : t('damageNoBackup')}
          </p>
          <button type="button" class="primary" onClick={props.onRestore}>
            {t('restoreBackup')}
          </button>
          <button type="button" onClick={() => then(work.acceptDamage())}>
            {t('goOnWithout')}
          </button>
        </section>
      )}
      {unfinished && (
        <section class="banner" aria-label={t('unfinishedName')}>
          <p>{t('unfinished', taskName(unfinished))}</p>
          <button type="button" class="primary" onClick={() => goOn(unfinished)}>
            {t('goOn')}
          </button>
          <button type="button" onClick={() => then(work.abandon())}>
            {t('leaveIt')}
          </button>
        </section>
      )}
      {cutOff && (
        <section class="banner" aria-label={t('cutOffName')}>
          <p>{plural('importCutOff', cutOff.done, cutOff.name)}</p>
          <button type="button" class="primary" onClick={props.onImportRest}>
            {t('importRest')}
          </button>
          {action !== undefined && (
            <button type="button" onClick={() => then(takeBack(action))}>
              {t('takeBack')}
            </button>
          )}
          <button type="button" onClick={() => then(work.leaveImport())}>
            {t('leaveIt')}
          </button>
        </section>
      )}
      {backup?.failed && (
        <section class="banner bad" aria-label={t('backup')}>
          <p>{t('backupFailed', day(backup.failed.at), backup.failed.error)}</p>
          <button type="button" onClick={props.onBackUp}>
            {t('backUpNow')}
          </button>
        </section>
      )}
      {!damage && !backup?.failed && backup?.isDue && (
        <section class="banner" aria-label={t('backup')}>
          <p>{plural('backupDue', backup.changes)}</p>
          <button type="button" onClick={props.onBackUp}>
            {t('backUpNow')}
          </button>
        </section>
      )}
    </>
  )
}

function missingSentence({ documents, missing }: { documents: number; missing: number }): string {
  if (missing === documents) return plural('damageAll', documents)
  return missing > 0 ? plural('damageSome', missing) : t('damageOlder')
}
