import { useEffect, useState } from 'preact/hooks'
import { defaultSettings, type Settings } from '../settings.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** What the person has set, followed as it changes, how to change it, and whether it has been read yet. */
export function useSettings(): [
  Settings,
  (changed: Partial<Settings>) => Promise<void>,
  isRead: boolean,
] {
  const { settings } = useShell()
  const { fail } = useAnnouncer()
  const [shown, setShown] = useState<Settings>()
  useEffect(() => {
    settings.read().then(setShown, (error: unknown) => fail(errorText(error)))
    return settings.onChange(setShown)
  }, [settings, fail])
  const change = async (changed: Partial<Settings>) => {
    try {
      setShown(await settings.change(changed))
    } catch (error) {
      fail(errorText(error))
    }
  }
  return [shown ?? defaultSettings, change, shown !== undefined]
}
