import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Sender } from '../../extension/messaging.ts'
import {
  answer,
  caller,
  fromOurExtension,
  fromOurPages,
  fromOurScripts,
} from '../../extension/messaging.ts'
import { listeners } from './support/fake-browser.ts'

vi.mock('webextension-polyfill', () => import('./support/fake-browser.ts'))

interface Map {
  double: (of: { n: number }) => number
  undo: (of: object) => void
  fail: (of: object) => void
}

const page: Sender = { id: 'offprint', origin: 'chrome-extension://offprint' }
const pageInTab: Sender = { ...page, tab: { id: 1 } as Sender['tab'] & object, frameId: 0 }
const script: Sender = {
  id: 'offprint',
  origin: 'https://journal.example',
  tab: { id: 1 } as Sender['tab'] & object,
  frameId: 0,
}
const background: Sender = { id: 'offprint', origin: 'chrome-extension://offprint' }
const stranger: Sender = { id: 'other', origin: 'chrome-extension://other' }

describe('who is trusted', () => {
  test.each([
    ['our page in the popup', page, true, false, true],
    ['our page in a tab', pageInTab, true, false, true],
    ['our background', background, true, false, true],
    ['our content script', script, false, true, false],
    ['our content script in a frame', { ...script, frameId: 4 }, false, false, false],
    ['a content script that says no origin', { ...script, origin: undefined }, false, true, false],
    ['a script of ours in no tab', { ...script, tab: undefined }, false, false, true],
    ['another extension', stranger, false, false, false],
    ['another extension’s content script', { ...script, id: 'other' }, false, false, false],
    ['another extension with our origin', { ...page, id: 'other' }, false, false, false],
    [
      'an origin that begins like ours',
      { ...page, origin: 'chrome-extension://offprint.evil' },
      false,
      false,
      true,
    ],
    ['nobody', {}, false, false, false],
  ] as [string, Sender, boolean, boolean, boolean][])(
    '%s',
    (_who, sender, asPage, asScript, asOurs) => {
      expect(fromOurPages(sender)).toBe(asPage)
      expect(fromOurScripts(sender)).toBe(asScript)
      expect(fromOurExtension(sender)).toBe(asOurs)
    },
  )
})

describe('answer', () => {
  const asked: [unknown, Sender][] = []
  const send = (message: unknown, sender = page) => listeners.at(-1)?.(message, sender)

  beforeEach(() => {
    asked.length = 0
    listeners.length = 0
    answer<Map>(
      {
        double: ({ n }, sender) => {
          asked.push([n, sender])
          return n * 2
        },
        undo: () => {},
        fail: () => {
          throw new Error('The disk is full.')
        },
      },
      fromOurPages,
    )
  })

  test('gives the handler’s value to a sender that is trusted', async () => {
    await expect(send({ name: 'double', body: { n: 4 } })).resolves.toEqual({ ok: true, value: 8 })
    expect(asked).toEqual([[4, page]])
  })

  test('leaves a sender that is not trusted without an answer, and asks no handler', () => {
    expect(send({ name: 'double', body: { n: 4 } }, script)).toBeUndefined()
    expect(send({ name: 'double', body: { n: 4 } }, stranger)).toBeUndefined()
    expect(asked).toEqual([])
  })

  test.each([
    [{ name: 'triple', body: {} }],
    [{ name: 'toString', body: {} }],
    [{ name: '__proto__', body: {} }],
    [{ name: 'double' }],
    [{ name: 7, body: {} }],
    ['double'],
    [null],
  ])('leaves what it does not know to other listeners: %j', (message) => {
    expect(send(message)).toBeUndefined()
    expect(asked).toEqual([])
  })

  test('makes a handler’s exception an error in its words, logged once with the message’s name', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(send({ name: 'fail', body: {} })).resolves.toEqual({
      ok: false,
      error: 'The disk is full.',
    })
    expect(log).toHaveBeenCalledTimes(1)
    expect(String(log.mock.calls[0]?.[0])).toContain('fail')
    log.mockRestore()
  })
})

describe('caller', () => {
  test('gives the reply as it came', async () => {
    const call = caller<Map>(async (message) => ({ ok: true, value: message }))
    expect(await call('double', { n: 1 })).toEqual({
      ok: true,
      value: { name: 'double', body: { n: 1 } },
    })
  })

  test('takes a reply without a value for one: undefined does not travel', async () => {
    expect(await caller<Map>(async () => ({ ok: true }))('fail', {})).toEqual({ ok: true })
  })

  test.each([[undefined], [null], ['yes'], [{}], [{ ok: false }]])(
    'says to reload where nobody answers: %j',
    async (reply) => {
      const answered = await caller<Map>(async () => reply)('double', { n: 1 })
      expect(answered.ok === false && answered.error).toMatch(/reload/i)
    },
  )

  test('makes a failed sending an error, and never rejects', async () => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const call = caller<Map>(() => Promise.reject(new Error('Extension context invalidated.')))
    const answered = await call('double', { n: 1 })
    expect(answered.ok).toBe(false)
    expect(answered.ok === false && answered.error).not.toContain('context')
    log.mockRestore()
  })

  test.each([
    ['says so', () => Promise.reject(new Error('The message channel closed.'))],
    ['says nothing', () => Promise.resolve(undefined)],
  ])(
    'asks once more where the worker was stopped in the middle of it, and the browser %s',
    async (_how, stopped) => {
      const log = vi.spyOn(console, 'warn').mockImplementation(() => {})
      let sent = 0
      const call = caller<Map>(() => {
        sent++
        return sent === 1 ? stopped() : Promise.resolve({ ok: true, value: 2 })
      })
      expect(await call('double', { n: 1 })).toEqual({ ok: true, value: 2 })
      expect(sent).toBe(2)
      expect(log).not.toHaveBeenCalled()
      log.mockRestore()
    },
  )

  test('sends again what had no answer for a minute, and says so where there is none again', async () => {
    vi.useFakeTimers()
    try {
      const answers: Promise<unknown>[] = [
        new Promise(() => {}),
        Promise.resolve({ ok: true, value: 4 }),
      ]
      const asked = caller<Map>(async () => answers.shift())('double', { n: 2 })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await asked).toEqual({ ok: true, value: 4 })
      expect(vi.getTimerCount()).toBe(0)
      const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
      const silent = caller<Map>(() => new Promise(() => {}))('double', { n: 2 })
      await vi.advanceTimersByTimeAsync(120_000)
      expect(await silent).toMatchObject({ ok: false })
      expect(warned).toHaveBeenCalledOnce()
    } finally {
      vi.useRealTimers()
      vi.restoreAllMocks()
    }
  })

  test('never sends an undo again: the second would take back another action', async () => {
    const log = vi.spyOn(console, 'warn').mockImplementation(() => {})
    let sent = 0
    const call = caller<Map>(() => {
      sent++
      return Promise.reject(new Error('The message port closed before a response was received.'))
    })
    expect((await call('undo', {})).ok).toBe(false)
    expect(sent).toBe(1)
    log.mockRestore()
  })
})
