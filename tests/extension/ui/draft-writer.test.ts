import { expect, test, vi } from 'vitest'
import type { Reply, UiToBackground } from '../../../extension/messages.ts'
import type { Call } from '../../../extension/messaging.ts'
import { draftWriter } from '../../../extension/ui/draft-writer.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

/** A background that notes what it was told, and refuses drafts while there is no room. */
function background(): { call: Call<UiToBackground>; told: string[]; room: boolean } {
  const state = { told: [] as string[], room: true }
  const call = async (
    name: string,
    body: { fields?: object; n?: number },
  ): Promise<Reply<unknown>> => {
    await undefined
    state.told.push(name === 'draft:put' ? `put ${JSON.stringify(body.fields)} ${body.n}` : name)
    return name === 'draft:put' && !state.room
      ? { ok: false, error: 'no room' }
      : { ok: true, value: undefined }
  }
  return Object.assign(state, { call: call as unknown as Call<UiToBackground> })
}

test('what was typed is committed after it was kept, however late the reply', async () => {
  const { call, told } = background()
  const writer = draftWriter(call, 'one')
  void writer.put('r:1', { note: 'a' })
  void writer.put('r:1', { note: 'ab' })
  expect(await writer.commit('r:1')).toMatchObject({ ok: true })
  expect(told).toEqual(['put {"note":"a"} 1', 'put {"note":"ab"} 2', 'draft:commit'])
})

test('a draft that was refused is no edit: it is tried again, and the refusal told', async () => {
  const state = background()
  const writer = draftWriter(state.call, 'one')
  state.room = false
  expect(await writer.put('r:1', { note: 'a' })).toMatchObject({ ok: false })
  expect(await writer.commit('r:1')).toEqual({ ok: false, error: 'no room' })
  expect(state.told).not.toContain('draft:commit')
  state.room = true
  expect(await writer.commit('r:1')).toMatchObject({ ok: true })
  expect(state.told.slice(-2)).toEqual(['put {"note":"a"} 3', 'draft:commit'])
})
