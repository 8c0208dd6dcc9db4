import browser, { type Runtime } from 'webextension-polyfill'
import { t } from './i18n.ts'
import type { Reply } from './messages.ts'
import { errorText } from './ui/error-text.ts'

/** A map of messages: each name with what it carries and what it is answered with. */
type Messages<M> = { [N in keyof M]: (body: never) => unknown }

/** What travels: a message's name and what it carries. */
export interface Envelope {
  name: string
  body: unknown
}

/** Who sent a message; the polyfill's type lacks `origin`. */
export type Sender = Runtime.MessageSender & { origin?: string }

/** One answer for each message of a map, so that a missing one does not compile. */
export type Handlers<M extends Messages<M>> = {
  [N in keyof M]: (
    body: Parameters<M[N]>[0],
    sender: Sender,
  ) => ReturnType<M[N]> | Promise<ReturnType<M[N]>>
}

/** Sends a message of a map and gives its reply, if need be at a second try; it never rejects. */
export type Call<M extends Messages<M>> = <N extends keyof M & string>(
  name: N,
  body: Parameters<M[N]>[0],
) => Promise<Reply<ReturnType<M[N]>>>

/** A sender for one map; `send` says where to, as `(message) => browser.tabs.sendMessage(tabId, message)`. */
export function caller<M extends Messages<M>>(
  send: (message: Envelope) => Promise<unknown> = (message) => browser.runtime.sendMessage(message),
): Call<M> {
  return async <N extends keyof M & string>(name: N, body: Parameters<M[N]>[0]) => {
    // The browser may stop the worker in the middle of it, which is an error here or no reply at all; the next message
    // starts it again.
    const turns = once.has(name) ? 1 : 2
    for (let turn = 1; ; turn++) {
      try {
        const reply = await answerOf(send({ name, body }), name)
        if (isReply<ReturnType<M[N]>>(reply)) return reply
        if (turn === turns) return { ok: false, error: t('errorUpdated') }
      } catch (error) {
        if (turn < turns) continue
        console.warn(`No answer to ${name}`, error)
        return { ok: false, error: t('errorNoAnswer') }
      }
    }
  }
}

/** How long an answer is waited for, in ms: far longer than a page's reading and a slow disk's writing take together. */
const patience = 60_000

/**
 * An answer, or an error where there is none for a minute: on a busy machine Chromium (150) loses now and then a message to a worker
 * that it stops just then, and neither answers nor rejects.
 */
async function answerOf(sent: Promise<unknown>, name: string): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} had no answer for a minute`)), patience)
  })
  try {
    return await Promise.race([sent, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Messages that mean something else when they are sent again; all others leave the same behind however often they come. */
const once: ReadonlySet<string> = new Set(['undo'])

/**
 * Answers the messages of a map, from senders that `trust` accepts; what it does not know or does not
 * trust it leaves alone, for another listener to answer. Call it at the top level of a script.
 */
export function answer<M extends Messages<M>>(
  handlers: Handlers<M>,
  trust: (sender: Sender) => boolean,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    if (!isEnvelope(message) || !isNamed(handlers, message.name) || !trust(sender)) return undefined
    // The body is what the sender claims; each handler parses what it keeps.
    const body = message.body as Parameters<M[typeof message.name]>[0]
    return reply(message.name, handlers[message.name], body, sender)
  })
}

/** Trusts our own pages only (popup, library page), in a tab or not: for `UiToBackground`. */
export function fromOurPages(sender: Sender): boolean {
  const origin = browser.runtime.getURL('').replace(/\/$/, '')
  return sender.id === browser.runtime.id && sender.origin === origin
}

/** Trusts our own content scripts in a tab's top frame only: for `PageToBackground`. */
export function fromOurScripts(sender: Sender): boolean {
  return (
    sender.id === browser.runtime.id &&
    sender.tab !== undefined &&
    sender.frameId === 0 &&
    !fromOurPages(sender)
  )
}

/** Trusts our own background and pages, never a page's or another extension's script: for `ToContent`. */
export function fromOurExtension(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.tab === undefined || fromOurPages(sender))
}

async function reply<B, T>(
  name: string,
  answerOf: (body: B, sender: Sender) => T | Promise<T>,
  body: B,
  sender: Sender,
): Promise<Reply<Awaited<T>>> {
  try {
    return { ok: true, value: await answerOf(body, sender) }
  } catch (error) {
    console.error(`Failed to answer ${name}`, error)
    return { ok: false, error: errorText(error) }
  }
}

function isNamed<M extends object>(handlers: M, name: string): name is keyof M & string {
  return Object.hasOwn(handlers, name)
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    'body' in message
  )
}

function isReply<T>(reply: unknown): reply is Reply<T> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false
  return (
    reply.ok === true || (reply.ok === false && 'error' in reply && typeof reply.error === 'string')
  )
}
