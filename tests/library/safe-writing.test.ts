import { IDBDatabase, IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Disk } from '../../src/library/safe-writing.ts'
import { freshLibrary, numbered } from './paper.ts'

/** A disk with so much room, and what was noted of its log. */
function diskWith(room: number): Disk & { left: number; fresh: boolean; asked: number } {
  return {
    left: room,
    fresh: false,
    asked: 0,
    async room() {
      this.asked += 1
      return this.left
    },
    async isLogFresh() {
      return this.fresh
    },
    async setLogFresh(fresh) {
      this.fresh = fresh
    },
  }
}

/** A factory that counts how often a log is begun, and lets what is opened be closed as a failed disk does. */
function watched(): IDBFactory & { begun: number } {
  const factory = new IDBFactory()
  const counting = Object.assign(factory, { begun: 0 })
  const open = factory.open.bind(factory)
  factory.open = (name: string, version?: number) => {
    if (name !== 'offprint') counting.begun += 1
    return open(name, version)
  }
  return counting
}

const plenty = 1_000_000_000

describe('writing where a failed write may be torn', () => {
  it('begins a log before the first write of the browser’s session, once, for everybody', async () => {
    const [indexedDB, disk] = [watched(), diskWith(plenty)]
    const library = freshLibrary({ indexedDB, disk })
    await library.counts()
    expect(indexedDB.begun).toBe(0)
    await Promise.all([library.save(numbered(1)), library.save(numbered(2))])
    await library.drafts.put({ key: 'k', session: 's', n: 1, fields: {}, at: '2026' })
    expect(indexedDB.begun).toBe(1)
    expect(disk.fresh).toBe(true)
    await freshLibrary({ indexedDB, disk }).save(numbered(3))
    expect(indexedDB.begun).toBe(1)
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['offprint'])
  })

  it('can be made ready beforehand', async () => {
    const [indexedDB, disk] = [watched(), diskWith(plenty)]
    await freshLibrary({ indexedDB, disk }).prepare()
    expect(indexedDB.begun).toBe(1)
    expect(disk.fresh).toBe(true)
  })

  it('writes nothing where there is next to no room, says so, and reads on', async () => {
    const [indexedDB, disk] = [watched(), diskWith(plenty)]
    const library = freshLibrary({ indexedDB, disk })
    const { record } = await library.save(numbered(1))
    disk.left = 15_000_000
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2_001)
    await expect(library.save(numbered(2))).rejects.toMatchObject({ trouble: 'full' })
    await expect(
      library.drafts.put({ key: 'k', session: 's', n: 1, fields: {}, at: '2026' }),
    ).rejects.toMatchObject({ trouble: 'full' })
    expect(await library.get(record.id)).toEqual(record)
    disk.left = 17_000_000
    await library.save(numbered(2))
    vi.restoreAllMocks()
    expect(await library.counts()).toMatchObject({ visible: 2 })
  })

  it('asks for the room once in two seconds', async () => {
    const disk = diskWith(plenty)
    const library = freshLibrary({ disk })
    for (let n = 0; n < 5; n++) await library.save(numbered(n))
    expect(disk.asked).toBe(1)
  })

  it('begins another log once a write has failed', async () => {
    const [indexedDB, disk] = [watched(), diskWith(plenty)]
    const library = freshLibrary({ indexedDB, disk })
    await library.save(numbered(1))
    const failing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('no space', 'UnknownError')
    })
    await library.save(numbered(2))
    failing.mockRestore()
    expect(indexedDB.begun).toBe(2)
    expect(disk.fresh).toBe(true)
    expect(await library.counts()).toMatchObject({ visible: 2 })
  })
})
