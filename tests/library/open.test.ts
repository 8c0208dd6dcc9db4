import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { LibraryError } from '../../src/library/library-error.ts'
import { connect } from '../../src/library/open.ts'
import { databaseName, databaseVersion } from '../../src/library/schema.ts'
import { storeOn } from '../../src/library/store.ts'
import { freshLibrary, paper } from './paper.ts'

/** Opens the database as another version of Offprint would. */
function openRaw(factory: IDBFactory, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** A factory whose `open` is another. */
function intercepted(
  factory: IDBFactory,
  open: (name: string, version: number) => IDBOpenDBRequest,
): IDBFactory {
  return new Proxy(factory, {
    get: (target, name) => (name === 'open' ? open : Reflect.get(target, name, target)),
  })
}

describe('opening', () => {
  it('lets a newer version have the database at once, and then says so', async () => {
    const indexedDB = new IDBFactory()
    let outdated = 0
    const library = freshLibrary({ indexedDB, onOutdated: () => outdated++ })
    await library.save(paper())
    const newer = await openRaw(indexedDB, databaseVersion + 1)
    expect(outdated).toBe(1)
    const after = library.counts()
    await expect(after).rejects.toBeInstanceOf(LibraryError)
    await expect(after).rejects.toMatchObject({
      trouble: 'newer',
      message: expect.stringContaining('Update'),
    })
    expect(newer.objectStoreNames.contains('records')).toBe(true)
    newer.close()
  })

  it('tells that an older page holds the database, and gives up in the end without blocking others', async () => {
    const real = new IDBFactory()
    freshLibrary({ indexedDB: real }).close()
    const old = await openRaw(real, databaseVersion)
    let blocked = 0
    let request: IDBOpenDBRequest | undefined
    const connection = connect({
      indexedDB: intercepted(real, (name, version) => {
        request = real.open(name, version + 1)
        return request
      }),
      patience: 30,
      onBlocked: () => blocked++,
    })
    const waiting = connection.use(async () => 'opened')
    await expect(waiting).rejects.toMatchObject({ trouble: 'blocked' })
    expect(blocked).toBe(1)
    old.close()
    await new Promise((resolve) => request?.addEventListener('success', resolve))
    // What opens now that nobody waits for it is closed, and does not hold up the version after it.
    expect(() => request?.result.transaction('records')).toThrow(/InvalidState|clos/i)
    const newest = await openRaw(real, databaseVersion + 2)
    expect(newest.version).toBe(databaseVersion + 2)
    newest.close()
  })

  it('opens again where the connection was lost, and the call succeeds', async () => {
    const connection = connect({ indexedDB: new IDBFactory() })
    let runs = 0
    const count = await connection.use(async (database) => {
      runs++
      if (runs === 1) database.close()
      return database.count('records')
    })
    expect([count, runs]).toEqual([0, 2])
  })

  it('opens again after the browser ended the connection', async () => {
    const connection = connect({ indexedDB: new IDBFactory() })
    const first = await connection.use(async (database) => database)
    const ended: unknown = first.onclose
    if (typeof ended === 'function') ended.call(first)
    const second = await connection.use(async (database) => database)
    expect(second).not.toBe(first)
  })

  it('tries no third time, and says in words what happened', async () => {
    let runs = 0
    const connection = connect({ indexedDB: new IDBFactory() })
    const lost = connection.use(() => {
      runs++
      throw new DOMException('Connection is closing. FILE_ERROR_NO_SPACE', 'UnknownError')
    })
    await expect(lost).rejects.toMatchObject({
      trouble: 'unreadable',
      message: expect.stringContaining('untouched'),
    })
    expect(runs).toBe(2)
    const full = connection.use(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    await expect(full).rejects.toMatchObject({ trouble: 'full' })
    // The next call has its chance.
    expect(await connection.use((database) => database.count('records'))).toBe(0)
  })

  it('keeps a failed opening for nobody else', async () => {
    const real = new IDBFactory()
    let failures = 2
    const failing = intercepted(real, (name, version) => {
      if (failures-- > 0) {
        throw new DOMException('Internal error opening backing store', 'UnknownError')
      }
      return real.open(name, version)
    })
    const connection = connect({ indexedDB: failing })
    const first = connection.use((database) => database.count('records'))
    await expect(first).rejects.toMatchObject({ trouble: 'unreadable' })
    expect(await connection.use((database) => database.count('records'))).toBe(0)
  })

  it('answers nothing after its owner closed it', async () => {
    const library = freshLibrary()
    await library.save(paper())
    library.close()
    await expect(library.counts()).rejects.toMatchObject({ trouble: 'closed' })
  })

  it('leaves nothing of a change that fails on its way', async () => {
    const indexedDB = new IDBFactory()
    const heard: unknown[] = []
    const store = storeOn(
      connect({ indexedDB }),
      () => 1,
      (changed) => heard.push(changed),
    )
    const failed = store.write('strict', async (change) => {
      change.action = 'save'
      await change.create(`r:${'0'.repeat(26)}`, { title: 'Half a save', 'tag:sea': true })
      throw new Error('on its way')
    })
    await expect(failed).rejects.toThrow('on its way')
    const library = freshLibrary({ indexedDB })
    expect(await library.counts()).toMatchObject({ documents: 0, visible: 0, counter: 0 })
    expect(await library.tags()).toEqual([])
    expect(await library.undo()).toBeUndefined()
    expect(heard).toEqual([])
  })
})
