import browser from 'webextension-polyfill'

/** Detection on every site as the settings show it: the browser's permission is all there is of it. */
export interface EverySiteSwitch {
  /** Whether the browser lets us look at every site. */
  isOn(): Promise<boolean>
  /** Asks the browser for that, or gives it back; false where it was refused. To be called on a click. */
  set(on: boolean): Promise<boolean>
  /** Calls back when it was given or taken back, by whichever page, until the returned function is called. */
  onChange(listener: () => void): () => void
}

/** Every site, as `optional_host_permissions` in the manifest has it. */
const origins = ['https://*/*', 'http://*/*']

/** The switch over the browser's permissions. What follows from them is the background's. */
export const everySite: EverySiteSwitch = {
  isOn: () => browser.permissions.contains({ origins }),
  set: (on) =>
    on ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins }),
  onChange(listener) {
    const { onAdded, onRemoved } = browser.permissions
    const listen = () => listener()
    onAdded.addListener(listen)
    onRemoved.addListener(listen)
    return () => {
      onAdded.removeListener(listen)
      onRemoved.removeListener(listen)
    }
  },
}
