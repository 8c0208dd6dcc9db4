import browser from 'webextension-polyfill'

/** Detection as the settings show it: the browser's permissions are all there is of it. */
export interface EverySiteSwitch {
  /** Whether the browser lets us look at every site. */
  isOn(): Promise<boolean>
  /** Asks the browser for that, or gives it back; false where it was refused. To be called on a click. */
  set(on: boolean): Promise<boolean>
  /** Whether the browser lets us look at all sites that the manifest names. */
  arePortalsAllowed(): Promise<boolean>
  /** Asks the browser for those; false where it was refused. To be called on a click. */
  allowPortals(): Promise<boolean>
  /** Calls back when it was given or taken back, by whichever page, until the returned function is called. */
  onChange(listener: () => void): () => void
}

/** Every site, as `optional_host_permissions` in the manifest has it. */
const origins = ['https://*/*', 'http://*/*']

/**
 * The sites that the manifest names. In Firefox a person may take them away, and an update that names more does not get them by itself;
 * Chromium gives them with the installation, does not tell of them and cannot be asked.
 */
const portals = (): string[] =>
  browser.runtime.getURL('').startsWith('moz-extension:')
    ? (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches)
    : []

/** The switch over the browser's permissions. What follows from them is the background's. */
export const everySite: EverySiteSwitch = {
  isOn: () => browser.permissions.contains({ origins }),
  set: (on) =>
    on ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins }),
  arePortalsAllowed: async () =>
    portals().length === 0 || browser.permissions.contains({ origins: portals() }),
  allowPortals: () => browser.permissions.request({ origins: portals() }),
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
