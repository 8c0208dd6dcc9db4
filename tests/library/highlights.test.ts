import { describe, expect, it } from 'vitest'
import { selectorOf } from '../../src/library/anchor.ts'
import { all, freshLibrary, numbered, paper, throughJson } from './paper.ts'

const text = 'Lagoons fill slowly.'

function passage(words: string) {
  const from = text.indexOf(words)
  const selector = selectorOf(text, from, from + words.length)
  if (!selector) throw new Error('no passage')
  return selector
}

describe('highlights', () => {
  it('are kept in the order of the text, remarked on, taken off and brought back', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    const slowly = await library.highlights.add(record.id, passage('slowly'))
    const lagoons = await library.highlights.add(record.id, passage('Lagoons'))
    const ids = async () => (await library.highlights.of(record.id)).map(({ id }) => id)
    expect(await ids()).toEqual([lagoons.id, slowly.id])
    await library.highlights.remark(slowly.id, 'How slowly?')
    expect((await library.highlights.of(record.id))[1]).toEqual({
      ...slowly,
      remark: 'How slowly?',
    })
    await expect(library.highlights.remark(slowly.id, 'x'.repeat(20_001))).rejects.toThrow()
    await library.highlights.remark(slowly.id, '  ')
    expect((await library.highlights.of(record.id))[1]).toEqual(slowly)
    await library.highlights.setRemoved(lagoons.id, true)
    expect(await ids()).toEqual([slowly.id])
    await library.highlights.setRemoved(lagoons.id, false)
    expect(await ids()).toEqual([lagoons.id, slowly.id])
  })

  it('go with a backup, and with a record that becomes part of another', async () => {
    const library = freshLibrary()
    const [{ record: one }, { record: two }] = [
      await library.save(numbered(1)),
      await library.save(numbered(2)),
    ]
    const made = await library.highlights.add(two.id, passage('fill'))
    const copy = freshLibrary()
    await copy.importDocuments(
      throughJson([
        ...(await all(library.exportDocuments())),
        ...(await all(library.exportHighlights())),
      ]),
    )
    expect(await copy.highlights.of(two.id)).toEqual([made])
    const merged = await copy.merge([one.id, two.id])
    expect(await copy.highlights.of(merged.id)).toEqual([made])
  })

  it('are refused on what is not there, and where they are too long', async () => {
    const library = freshLibrary()
    const { record } = await library.save(paper())
    await library.remove([record.id])
    await expect(library.highlights.add(record.id, passage('fill'))).rejects.toMatchObject({
      trouble: 'no-record',
    })
    await expect(
      library.highlights.remark('a:01KAB3W5ZJ0000000000000000', 'x'),
    ).rejects.toMatchObject({
      trouble: 'no-highlight',
    })
    await library.restore([record.id])
    await expect(
      library.highlights.add(record.id, { ...passage('fill'), exact: 'x'.repeat(10_001) }),
    ).rejects.toMatchObject({ trouble: 'long-passage' })
  })
})
