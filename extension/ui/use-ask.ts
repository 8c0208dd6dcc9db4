import { useCallback } from 'preact/hooks'
import type { UiToBackground } from '../messages.ts'
import type { Call } from '../messaging.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** Asks the background, and shows its error where there is one; the reply comes back either way. */
export function useAsk(): Call<UiToBackground> {
  const { call } = useShell()
  const { fail } = useAnnouncer()
  return useCallback(
    async (name, body) => {
      const reply = await call(name, body)
      if (!reply.ok) fail(reply.error)
      return reply
    },
    [call, fail],
  )
}
