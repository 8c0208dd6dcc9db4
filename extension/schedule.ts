import browser from 'webextension-polyfill'

/** The alarm that wakes the background for a backup, and how often, in minutes. */
export const backupAlarm = 'backup'
const everyDay = 24 * 60

const key = 'scheduledBackup'

/** What writing a backup without a person asks for. Chromium's worker cannot make a file without a page of its own, Firefox's can. */
const permissions = async (): Promise<string[]> => {
  const known = browser.runtime.getManifest().optional_permissions ?? []
  return ['downloads', 'offscreen'].filter((name) => known.some((one) => one === name))
}

/** Whether the library is backed up by itself every day. */
export async function isScheduled(): Promise<boolean> {
  const value: unknown = (await browser.storage.local.get(key))[key]
  return value === true && (await isAllowed())
}

/** Switches the daily backup on, which asks for a permission, or off; false where the person refused. To be called on a click. */
export async function schedule(on: boolean): Promise<boolean> {
  const names = { permissions: await permissions() } as browser.Permissions.Permissions
  if (on && !(await browser.permissions.request(names))) return false
  await browser.storage.local.set({ [key]: on })
  if (on) await browser.alarms.create(backupAlarm, { delayInMinutes: 1, periodInMinutes: everyDay })
  else {
    await browser.alarms.clear(backupAlarm)
    await browser.permissions.remove(names)
  }
  return true
}

/** Alarms may be forgotten when the browser ends: the one that should be there is made again. */
export async function keepAlarm(): Promise<void> {
  if (!(await isScheduled()) || (await browser.alarms.get(backupAlarm))) return
  await browser.alarms.create(backupAlarm, { delayInMinutes: 1, periodInMinutes: everyDay })
}

async function isAllowed(): Promise<boolean> {
  const names = { permissions: await permissions() } as browser.Permissions.Permissions
  return browser.permissions.contains(names)
}
