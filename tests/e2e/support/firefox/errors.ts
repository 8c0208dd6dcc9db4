import { host } from './address.ts'
import type { RunningFirefox } from './launch.ts'

/** What went wrong in any page of ours so far, the background and the popup among them: uncaught errors and breaches of the policy. */
export function errorsInFirefox({ cockpit }: RunningFirefox): Promise<string[]> {
  return cockpit.evaluate(noted, host)
}

/** Runs in the cockpit: the error console's messages, those that are warnings left out (nsIScriptError). */
function noted(ourHost: string): string[] {
  const { Services, Ci } = globalThis as unknown as {
    Services: { console: { getMessageArray(): { message: string; flags?: number }[] } }
    Ci: { nsIScriptError: { warningFlag: number; [Symbol.hasInstance](message: object): boolean } }
  }
  const { nsIScriptError } = Ci
  return Services.console.getMessageArray().flatMap((message) => {
    // Only with the question does it show its flags.
    if (!(message instanceof nsIScriptError) || !message.message.includes(ourHost)) return []
    return ((message.flags ?? 0) & nsIScriptError.warningFlag) === 0 ? [message.message] : []
  })
}
