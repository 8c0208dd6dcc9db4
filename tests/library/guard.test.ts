import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { SentinelPlace } from '../../src/library/sentinel.ts'
import { all, freshLibrary, numbered, throughJson } from './paper.ts'
import { openRaw } from './raw.ts'

/** A place outside the database. */
function place(): SentinelPlace & { value: unknown; written: unknown[] } {
  return {
    value: undefined,
    written: [],
    async read() {
      return throughJson(this.value ?? null)
    },
    async write(sentinel) {
      this.value = sentinel
      this.written.push(sentinel)
    },
  }
}

const settled = () => new Promise((wake) => setTimeout(wake, 20))

async function filled() {
  const indexedDB = new IDBFactory()
  const sentinel = place()
  const library = freshLibrary({ indexedDB, sentinel })
  for (let n = 0; n < 10; n++) await library.save(numbered(n))
  await settled()
  const backup = throughJson(await all(library.exportDocuments()))
  library.close()
  return { indexedDB, sentinel, backup }
}

describe('the sentinel', () => {
  it('follows what is written, and finds nothing missing', async () => {
    const { indexedDB, sentinel } = await filled()
    expect(sentinel.value).toMatchObject({ documents: 10, counter: 10 })
    const library = freshLibrary({ indexedDB, sentinel })
    expect(await library.damage()).toBeUndefined()
    await library.save(numbered(11))
    await settled()
    expect(sentinel.value).toMatchObject({ documents: 11 })
  })

  it('is lowered before documents are removed for good', async () => {
    const { indexedDB, sentinel } = await filled()
    const library = freshLibrary({ indexedDB, sentinel })
    const { rows } = await library.query({})
    await library.remove(rows.slice(0, 4).map(({ id }) => id))
    await settled()
    sentinel.written = []
    await library.run({ kind: 'purge' })
    await settled()
    expect(sentinel.written).toMatchObject([{ documents: 0 }, { documents: 6 }])
    expect(sentinel.value).toMatchObject({ documents: 6 })
    library.close()
    expect(await freshLibrary({ indexedDB, sentinel }).damage()).toBeUndefined()
  })

  it('notices an emptied database, and is not forgotten while papers are saved into it', async () => {
    const { sentinel, backup } = await filled()
    const emptied = new IDBFactory()
    const library = freshLibrary({ indexedDB: emptied, sentinel })
    expect(await library.damage()).toEqual({ documents: 10, missing: 10 })
    await library.save(numbered(20))
    await settled()
    expect(await library.damage()).toEqual({ documents: 10, missing: 10 })
    expect(sentinel.value).toMatchObject({ documents: 10 })
    await library.importDocuments(backup)
    expect(await library.counts()).toMatchObject({ visible: 11 })
    await library.acceptDamage()
    expect(await library.damage()).toBeUndefined()
    expect(sentinel.value).toMatchObject({ documents: 11 })
    library.close()
    expect(await freshLibrary({ indexedDB: emptied, sentinel }).damage()).toBeUndefined()
  })

  it('notices lost records, and the device gets a new name before it writes', async () => {
    const { indexedDB, sentinel, backup } = await filled()
    const raw = await openRaw(indexedDB)
    const state = (await raw.get('meta', 'state')) as { device: string; n: number }
    const keys = await raw.keys('records')
    // What a cut log leaves: the database as it was some papers ago.
    for (const id of keys.slice(0, 3)) await raw.remove('records', id)
    await raw.put('meta', { ...state, documents: 7, visible: 7, counter: 7, n: 7 }, 'state')
    const library = freshLibrary({ indexedDB, sentinel })
    expect(await library.damage()).toEqual({ documents: 10, missing: 3 })
    const [left = ''] = (await raw.keys('records')).map(String)
    await library.edit(left, { note: 'written after the damage' })
    const after = (await raw.get('meta', 'state')) as { device: string; n: number }
    expect(after.device).not.toBe(state.device)
    await library.edit(left, { note: 'and again' })
    expect(await raw.get('meta', 'state')).toMatchObject({ device: after.device, n: 2 })
    // What is brought back and what was written since are both there.
    await library.importDocuments(backup)
    expect((await library.get(left))?.note).toBe('and again')
    expect(await library.counts()).toMatchObject({ documents: 10 })
    raw.close()
  })

  it('goes on to tell of what a backup did not bring back', async () => {
    const { sentinel, backup } = await filled()
    const emptied = new IDBFactory()
    const library = freshLibrary({ indexedDB: emptied, sentinel })
    await library.importDocuments(backup.slice(0, 6))
    await library.acceptDamage(4)
    expect(await library.damage()).toEqual({ documents: 10, missing: 4 })
    library.close()
    const again = freshLibrary({ indexedDB: emptied, sentinel })
    expect(await again.damage()).toEqual({ documents: 10, missing: 4 })
    await again.acceptDamage()
    expect(await again.damage()).toBeUndefined()
  })

  it('of an emptied library that is put up with tells nothing more', async () => {
    const { sentinel } = await filled()
    const indexedDB = new IDBFactory()
    const library = freshLibrary({ indexedDB, sentinel })
    await library.acceptDamage()
    expect(await library.damage()).toBeUndefined()
    await library.save(numbered(1))
    await settled()
    expect(await library.damage()).toBeUndefined()
    expect(sentinel.value).toMatchObject({ documents: 1 })
  })

  it('that cannot be read keeps nothing from being saved', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const sentinel = { read: () => Promise.reject(new Error('gone')), write: async () => undefined }
    const library = freshLibrary({ sentinel })
    await library.save(numbered(1))
    expect(await library.damage()).toBeUndefined()
    expect(error).toHaveBeenCalled()
    error.mockRestore()
  })
})
