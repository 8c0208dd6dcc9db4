import { useEffect, useState } from 'preact/hooks'
import { t } from '../i18n.ts'

/** How much the browser keeps for us, and whether it may throw it away where its disk is full. */
export function StorageUse() {
  const [usage, setUsage] = useState<{ megabytes: number; isPersistent: boolean }>()
  useEffect(() => {
    Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]).then(
      ([{ usage: bytes = 0 }, isPersistent]) =>
        setUsage({ megabytes: Math.ceil(bytes / 1_000_000), isPersistent }),
      // It is an extra; what cannot be told is not shown.
      () => undefined,
    )
  }, [])
  if (!usage) return null
  return (
    <section class="setting">
      <h3>{t('storage')}</h3>
      <p>{t('storageUsed', usage.megabytes)}</p>
      <p class="soft">{t(usage.isPersistent ? 'storageKept' : 'storageMayGo')}</p>
    </section>
  )
}
