import { useEffect, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import { Notice } from '../ui/Notice.tsx'
import { useWork } from './work.ts'

/** Where papers are detected: what the browser allows at this moment, and what asks it for more. */
export function EverySite() {
  const { everySite } = useWork()
  const [isOn, setOn] = useState<boolean>()
  const [lacksPortals, setLacksPortals] = useState(false)
  const [error, setError] = useState<string>()
  useEffect(() => {
    const look = async () => {
      setOn(await everySite.isOn())
      setLacksPortals(!(await everySite.arePortalsAllowed()))
    }
    const looking = () => look().catch((failure: unknown) => setError(errorText(failure)))
    void looking()
    return everySite.onChange(() => void looking())
  }, [everySite])
  // Asked for on the click itself: later the browser would not let us.
  const set = (box: HTMLInputElement) =>
    everySite
      .set(box.checked)
      .then((done) => setError(done ? undefined : t('permissionRefused')))
      .catch((failure: unknown) => setError(errorText(failure)))
      .then(() => everySite.isOn())
      .then((now) => {
        setOn(now)
        // Refused twice is nothing new to Preact, and the box has its tick from the click.
        box.checked = now
      })
      .catch((failure: unknown) => setError(errorText(failure)))
  const allowPortals = () =>
    everySite.allowPortals().then(
      (done) => setError(done ? undefined : t('permissionRefused')),
      (failure: unknown) => setError(errorText(failure)),
    )
  return (
    <section class="setting">
      <h3>{t('detection')}</h3>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn ?? false}
          disabled={isOn === undefined}
          onChange={(event) => void set(event.currentTarget)}
        />
        {t('everySite')}
      </label>
      <p class="soft">{t('everySiteWhy')}</p>
      {lacksPortals && (
        <Notice
          tone="ask"
          text={t('portalsWithheld')}
          action={{ name: t('portalsAllow'), run: () => void allowPortals() }}
        />
      )}
      {error !== undefined && (
        <p role="alert" class="bar bar-error">
          {error}
        </p>
      )}
    </section>
  )
}
