import type { CDPSession } from 'puppeteer'

/**
 * Collects what goes wrong in a page or worker: uncaught exceptions, `console.error`, and what the browser itself
 * reports, such as breaches of the content security policy. What happened before is told as well.
 */
export async function collectErrors(session: CDPSession, errors: string[] = []): Promise<string[]> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    errors.push(`uncaught: ${exception?.description ?? text}`)
  })
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'assert') return
    errors.push(
      `console: ${args.map((arg) => arg.description ?? String(arg.value ?? arg.type)).join(' ')}`,
    )
  })
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') errors.push(`browser: ${entry.text} ${entry.url ?? ''}`.trim())
  })
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')])
  return errors
}
