import { expect, it } from 'vitest'
import { freshLibrary, numbered } from './paper.ts'

it('the flow of a review counts each record once', async () => {
  const library = freshLibrary()
  const ids: string[] = []
  for (let n = 1; n <= 9; n++) ids.push((await library.save(numbered(n))).record.id)
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = ids
  await library.edit(a, { decision: 'include' })
  await library.edit(b, { decision: 'exclude', reason: 'animal study' })
  await library.edit(c, { decision: 'exclude', reason: 'animal study' })
  await library.edit(d, { decision: 'exclude', reason: 'no trial' })
  await library.edit(e, { decision: 'maybe' })
  await library.merge([f, g])
  await library.remove([h])
  const undone = await library.save(numbered(20))
  await library.undo({ id: undone.record.id, action: 'save' })
  const progress: number[] = []
  expect(await library.flow(undefined, (done) => progress.push(done))).toEqual({
    found: 9,
    duplicates: 1,
    removed: 1,
    screened: 5,
    waiting: 2,
    early: {
      included: 1,
      maybe: 1,
      excluded: 3,
      reasons: [
        { reason: 'animal study', records: 2 },
        { reason: 'no trial', records: 1 },
      ],
    },
    assessed: { records: 0, included: 0, maybe: 0, excluded: 0, reasons: [] },
  })
  expect(progress).toEqual([9])
  await library.edit(a, { decision: 'exclude', reason: 'wrong outcome', assessed: true })
  await library.edit(e, { decision: 'include', reason: null, assessed: true })
  expect(await library.flow()).toMatchObject({
    screened: 5,
    early: { included: 0, maybe: 0, excluded: 3 },
    assessed: {
      records: 2,
      included: 1,
      maybe: 0,
      excluded: 1,
      reasons: [{ reason: 'wrong outcome', records: 1 }],
    },
  })
  // A decision that is taken back is one on nothing.
  await library.edit(e, { decision: null })
  expect((await library.get(e))?.assessed).toBeUndefined()
  await expect(library.flow(AbortSignal.abort())).rejects.toThrow()
})
