import { describe, expect, it } from 'vitest'
import { freshLibrary, paper } from './paper.ts'

function draft(session: string, n: number, note: string, at = '2026-11-24T10:00:00.000Z') {
  return { key: 'https://journal.example/tides', session, n, fields: { note }, at }
}

describe('drafts', () => {
  it('are never overwritten by an older one of the same session', async () => {
    const { drafts } = freshLibrary()
    expect(await drafts.put(draft('a', 2, 'Hello'))).toBe(true)
    expect(await drafts.put(draft('a', 1, 'Hell'))).toBe(false)
    expect(await drafts.put(draft('a', 2, 'Hell'))).toBe(false)
    expect(await drafts.get(draft('a', 2, '').key)).toEqual(draft('a', 2, 'Hello'))
    expect(await drafts.put(draft('a', 3, 'Hello!'))).toBe(true)
    expect((await drafts.all()).map(({ fields }) => fields.note)).toEqual(['Hello!'])
  })

  it('of a later session begin at 1 again; of an earlier one they come too late', async () => {
    const { drafts } = freshLibrary()
    await drafts.put(draft('a', 9, 'old', '2026-11-24T10:00:00.000Z'))
    expect(await drafts.put(draft('b', 1, 'new', '2026-11-24T11:00:00.000Z'))).toBe(true)
    expect(await drafts.put(draft('a', 10, 'late', '2026-11-24T10:30:00.000Z'))).toBe(false)
  })

  it('are settled in the transaction that writes them, and late letters do not bring them back', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const typed = { ...draft('a', 4, 'A note'), key: record.id }
    await library.drafts.put(typed)
    await library.edit(record.id, { note: 'A note' }, { settles: typed })
    expect(await library.drafts.get(record.id)).toBeUndefined()
    expect(await library.drafts.put({ ...typed, n: 3 })).toBe(false)
    expect(await library.drafts.all()).toEqual([])
    expect(await library.drafts.put({ ...typed, n: 5 })).toBe(true)
  })

  it('stay where more was typed since, and where the edit failed', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const typed = { ...draft('a', 4, 'A note'), key: record.id }
    await library.drafts.put({ ...typed, n: 5 })
    await library.edit(record.id, { note: 'A note' }, { settles: typed })
    expect((await library.drafts.get(record.id))?.n).toBe(5)
    const failed = library.edit(record.id, { citationKey: 'a b' }, { settles: { ...typed, n: 5 } })
    await expect(failed).rejects.toMatchObject({ trouble: 'wrong-value' })
    expect((await library.drafts.get(record.id))?.n).toBe(5)
    const note = 'n'.repeat(1_000_001)
    const tooLong = library.edit(record.id, { note }, { settles: { ...typed, n: 5 } })
    await expect(tooLong).rejects.toMatchObject({ trouble: 'too-long' })
    expect((await library.drafts.get(record.id))?.n).toBe(5)
  })

  it('can be given up', async () => {
    const { drafts } = freshLibrary()
    await drafts.put(draft('a', 1, 'x'))
    await drafts.drop(draft('a', 1, '').key)
    expect(await drafts.get(draft('a', 1, '').key)).toBeUndefined()
    expect(await drafts.put(draft('a', 1, 'x'))).toBe(false)
    expect(await drafts.put(draft('b', 1, 'y', '2026-11-24T09:00:00.000Z'))).toBe(true)
  })
})
