import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { databaseName, databaseVersion } from '../../src/library/schema.ts'
import { upgrade } from '../../src/library/upgrade.ts'
import { freshLibrary } from './paper.ts'

const folder = join(import.meta.dirname, 'databases')

interface Copy {
  version: number
  /** For each store its entries, key and value; where the store has a key path the key is in the value too. */
  stores: { [store: string]: [IDBValidKey, unknown][] }
}

/** A database of an older version, as its own code left it. */
async function restored({ version, stores }: Copy): Promise<IDBFactory> {
  const indexedDB = new IDBFactory()
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(databaseName, version)
    request.onupgradeneeded = () => {
      upgrade(request, 0, version)
      for (const [name, entries] of Object.entries(stores)) {
        const store = request.transaction?.objectStore(name)
        for (const [key, value] of entries) store?.put(value, store.keyPath ? undefined : key)
      }
    }
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onerror = () => reject(request.error)
  })
  return indexedDB
}

const copies = readdirSync(folder).map(
  (name): Copy => JSON.parse(readFileSync(join(folder, name), 'utf8')),
)

test('there is a saved copy of each version before this one', () => {
  expect(copies.map(({ version }) => version)).toEqual(
    Array.from({ length: databaseVersion - 1 }, (_, i) => i + 1),
  )
})

describe.each(copies)('a library of version $version', (copy) => {
  test('is whole after the upgrade', async () => {
    const library = freshLibrary({ indexedDB: await restored(copy) })
    expect(await library.counts()).toMatchObject({ visible: 5, trashed: 1, documents: 6 })
    const { rows } = await library.query({})
    expect(rows.map(({ title }) => title)).toEqual([
      'Paper 0004',
      'Paper 0003',
      'Paper 0002',
      'Paper 0001',
      'Slow tides in shallow <i>lagoons</i>',
    ])
    const tides = await library.get(rows[4]?.id ?? '')
    expect(tides).toMatchObject({
      tags: ['Lagoons', 'to read'],
      note: 'Compare with the gauge at the pier.',
      decision: 'include',
      citationKey: 'ito2021slow',
    })
    expect(await library.tags()).toEqual([
      { tag: 'Lagoons', records: 1 },
      { tag: 'to read', records: 1 },
    ])
    expect(await library.drafts.get(tides?.id ?? '')).toMatchObject({ fields: { note: 'half a' } })
    const highlights = []
    for await (const highlight of library.exportHighlights()) highlights.push(highlight)
    expect(highlights).toMatchObject([{ quote: 'fill slowly', ref: tides?.id }])
    expect(await library.undo()).toMatchObject({ action: 'delete' })
    expect(await library.counts()).toMatchObject({ visible: 6, trashed: 0 })
  })

  test('is found, before its index is made and after', async () => {
    const library = freshLibrary({ indexedDB: await restored(copy) })
    const find = async (text: string): Promise<string[]> =>
      (await library.query({ text })).rows.map(({ title }) => title)
    for (let turn = 0; turn < 2; turn++) {
      expect(await find('pier')).toEqual(['Slow tides in shallow <i>lagoons</i>'])
      expect(await find('tag:lagoons')).toEqual(['Slow tides in shallow <i>lagoons</i>'])
      expect(await find('zebrafish')).toEqual([])
      expect(await find('gauge')).toHaveLength(5)
      await library.index()
    }
    await library.undo()
    expect(await find('alpha')).toEqual(['Zebrafish & α-synuclein in 雪'])
  })
})
