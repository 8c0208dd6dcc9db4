import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { library } from '../../../extension/background/library.ts'
import type { PageRead } from '../../../extension/background/read-page.ts'
import { openPage, saveCapture, withAbstract } from '../../../extension/background/save.ts'
import { rememberUndone } from '../../../extension/background/tab-page.ts'
import { changeSettings } from '../../../extension/settings.ts'
import type { Capture } from '../../../src/capture/page-kind.ts'
import { capture } from '../support/papers.ts'

const session = vi.hoisted(() => new Map<string, unknown>())
const page = vi.hoisted(() => ({ read: undefined as PageRead | Promise<PageRead> | undefined }))
const painted = vi.hoisted(() => [] as number[])

vi.mock('webextension-polyfill', async () => {
  const { fakeArea } = await import('../support/fake-area.ts')
  return {
    default: {
      i18n: { getMessage: (key: string) => key },
      runtime: { getURL: (path: string) => `moz-extension://offprint/${path}` },
      storage: { session: fakeArea(session), local: fakeArea(new Map()) },
    },
  }
})
vi.mock('../../../extension/background/read-page.ts', () => ({ readPage: async () => page.read }))
vi.mock('../../../extension/background/badge.ts', () => ({
  repaintTab: async (tabId: number) => void painted.push(tabId),
}))

/** A paper with a DOI and a title of its own, read from a page. */
function paper(n: number, more: Partial<Capture['item']> = {}): Capture {
  const url = `https://roofs.example/${n}`
  return {
    ...capture,
    item: { ...capture.item, DOI: `10.5555/roofs.${n}`, title: `Roof ${n}`, ...more },
    identifiers: [`doi:10.5555/roofs.${n}`, `url:${url}`],
    source: { ...structuredClone(capture.source), url, doubts: [] },
  }
}

function show(what: Capture, how: { settled?: boolean; selection?: string } = {}): void {
  page.read = { ok: true, capture: what, settled: true, ...how }
}

beforeEach(async () => {
  await changeSettings({ askBeforeSaving: false })
  session.clear()
  painted.length = 0
})

describe('a click', () => {
  test('makes the database ready while the page is read', async () => {
    const prepared = vi.spyOn(library, 'prepare')
    let answer: (read: PageRead) => void = () => {}
    page.read = new Promise<PageRead>((resolve) => {
      answer = resolve
    })
    const opening = openPage(7)
    expect(prepared).toHaveBeenCalledOnce()
    answer({ ok: false, reason: 'gone' })
    expect(await opening).toEqual({ kind: 'unreadable', reason: 'gone' })
  })

  test('asks where the person wants to be asked, and saves no more than that', async () => {
    await changeSettings({ askBeforeSaving: true })
    show(paper(40))
    expect(await openPage(7)).toMatchObject({ kind: 'offered', why: 'asked' })
    expect(await library.find(['doi:10.5555/roofs.40'])).toBeUndefined()
    await changeSettings({ askBeforeSaving: false })
    expect(await openPage(7)).toMatchObject({ kind: 'saved', when: 'now' })
  })

  test('asks after an undo too, and the save then has what was typed before', async () => {
    await changeSettings({ askBeforeSaving: true })
    const typed = paper(41, { title: 'As it should be' })
    typed.source.fields.title = { source: 'reader', others: [] }
    show(paper(41))
    expect(await openPage(7)).toMatchObject({ kind: 'offered', why: 'asked' })
    const { record } = await saveCapture(typed, 7)
    await library.undo({ id: record.id, action: 'save' })
    await rememberUndone(7, record.identifiers)
    expect(await openPage(7)).toMatchObject({ kind: 'offered', why: 'undone' })
    expect(await saveCapture(paper(41), 7)).toMatchObject({
      when: 'again',
      record: { item: { title: 'As it should be' } },
    })
  })

  test('saves although making it ready failed', async () => {
    vi.spyOn(library, 'prepare').mockRejectedValueOnce(new Error('no room'))
    show(paper(20))
    expect(await openPage(7)).toMatchObject({ kind: 'saved', when: 'now' })
  })

  test('saves a paper that was not saved yet, and the badge follows', async () => {
    show(paper(1))
    const state = await openPage(7)
    expect(state).toMatchObject({
      kind: 'saved',
      when: 'now',
      record: { item: { title: 'Roof 1' } },
    })
    expect(await library.find(['doi:10.5555/roofs.1'])).toBeDefined()
    expect(painted).toContain(7)
  })

  test('opens the record of a paper that is saved', async () => {
    show(paper(2))
    await openPage(7)
    expect(await openPage(7)).toMatchObject({ kind: 'saved', when: 'before' })
  })

  test('brings a deleted paper back with its tags', async () => {
    const { record } = await saveCapture(paper(3))
    await library.edit(record.id, { addTags: ['sea'] })
    await library.remove([record.id])
    show(paper(3))
    expect(await openPage(7)).toMatchObject({
      kind: 'saved',
      when: 'again',
      record: { tags: ['sea'] },
    })
  })

  test('asks where the save was undone in this tab, and only there', async () => {
    show(paper(4))
    await rememberUndone(7, ['doi:10.5555/roofs.4'])
    expect(await openPage(7)).toMatchObject({ kind: 'offered', why: 'undone' })
    expect(await openPage(8)).toMatchObject({ kind: 'saved', when: 'now' })
  })

  test('asks where the paper is probably there under another identifier', async () => {
    await saveCapture(paper(5, { title: 'Gulls of the north' }))
    show(paper(6, { title: 'GULLS OF THE NORTH.' }))
    expect(await openPage(7)).toMatchObject({
      kind: 'offered',
      why: 'probably',
      probably: { title: 'Gulls of the north' },
    })
    expect(await library.find(['doi:10.5555/roofs.6'])).toBeUndefined()
  })

  test('asks where the title is only the window’s', async () => {
    const doubtful = paper(8)
    doubtful.source.doubts = ['title-from-window']
    show(doubtful)
    expect(await openPage(7)).toMatchObject({ kind: 'offered', why: 'title-from-window' })
  })

  test('asks where the page was still changing, and says so', async () => {
    show(paper(9), { settled: false })
    expect(await openPage(7)).toMatchObject({
      kind: 'offered',
      why: 'still-loading',
      capture: { source: { doubts: ['page-still-loading'] } },
    })
  })

  test('saves nothing from a page that is no paper, and offers its selection', async () => {
    show({ ...paper(10), kind: 'not-paper' }, { selection: 'A paragraph.' })
    expect(await openPage(7)).toMatchObject({
      kind: 'not-paper',
      capture: { sections: [{ text: 'A paragraph.' }] },
    })
    expect(await library.find(['doi:10.5555/roofs.10'])).toBeUndefined()
  })

  test('completes a record that was saved from a link', async () => {
    const link = paper(11)
    await saveCapture({
      ...link,
      item: { type: 'article', DOI: '10.5555/roofs.11' },
      sections: [],
      source: { ...link.source, doubts: ['saved-from-link', 'no-abstract'] },
    })
    show(paper(11))
    const state = await openPage(7)
    expect(state).toMatchObject({
      kind: 'saved',
      when: 'before',
      record: { sections: capture.sections, source: { doubts: [] } },
    })
  })

  test('replaces a link’s words by the page’s own', async () => {
    const link = paper(12, { title: 'Full text' })
    await saveCapture({
      ...link,
      item: { type: 'article', title: 'Full text', DOI: '10.5555/roofs.12' },
      sections: [],
      source: {
        ...link.source,
        fields: { title: { source: 'link', others: [] } },
        doubts: ['saved-from-link', 'no-abstract'],
      },
    })
    show(paper(12))
    const state = await openPage(7)
    expect(state).toMatchObject({ record: { item: { title: 'Roof 12', type: 'article-journal' } } })
  })

  test('adds a further identifier to the record, so that the next page with it alone is known', async () => {
    show(paper(13))
    await openPage(7)
    const both = paper(13, { PMID: '5555' })
    show({ ...both, identifiers: [...both.identifiers, 'pmid:5555'] })
    await openPage(7)
    show({
      ...paper(14, { PMID: '5555' }),
      identifiers: ['pmid:5555', 'url:https://roofs.example/13b'],
      item: { type: 'article', title: 'Other words', PMID: '5555' },
    })
    expect(await openPage(7)).toMatchObject({
      kind: 'saved',
      when: 'before',
      record: { item: { title: 'Roof 13' } },
    })
  })

  test('does not take a page that only names a saved paper for it', async () => {
    show(paper(15))
    await openPage(7)
    const news = paper(15)
    show({
      ...news,
      kind: 'not-paper',
      identifiers: ['doi:10.5555/roofs.15', 'url:https://news.example/1'],
    })
    expect(await openPage(7)).toMatchObject({ kind: 'not-paper' })
  })

  test('does not take a page for a saved paper whose stronger identifier it contradicts', async () => {
    const first = paper(16, { PMID: '1616' })
    show({ ...first, identifiers: [...first.identifiers, 'pmid:1616'] })
    await openPage(7)
    const other = paper(17, { PMID: '1616', title: 'Quite another' })
    show({ ...other, identifiers: [...other.identifiers, 'pmid:1616'] })
    expect(await openPage(7)).toMatchObject({
      kind: 'saved',
      when: 'now',
      record: { item: { title: 'Quite another' } },
    })
  })

  test('keeps what the reader corrected before saving again what was undone', async () => {
    show(paper(18))
    await openPage(7)
    await library.undo({ action: 'save' })
    const corrected = paper(18, { title: 'Roof 18, corrected' })
    corrected.source.fields.title = { source: 'reader', others: [] }
    const { record, when } = await saveCapture(corrected, 7)
    expect(when).toBe('now')
    expect(record.item.title).toBe('Roof 18, corrected')
  })

  test('takes no identifier from a page that contradicts the record', async () => {
    const first = paper(20, { PMID: '2020' })
    show({ ...first, identifiers: [...first.identifiers, 'pmid:2020'] })
    await openPage(7)
    const other = paper(20, { PMID: '9999', ISSN: '2049-3630' })
    show({ ...other, identifiers: [...other.identifiers, 'pmid:9999'] })
    const state = await openPage(7)
    expect(state).toMatchObject({ when: 'before' })
    expect(state).not.toHaveProperty('record.item.ISSN')
    expect(await library.find(['pmid:9999'])).toBeUndefined()
  })

  test('saves what the page says now where an undone save left nothing to keep', async () => {
    show(paper(40))
    await openPage(7)
    await library.undo({ action: 'save' })
    const { record, when } = await saveCapture(paper(21, { title: 'Roof 21, second edition' }))
    expect(when).toBe('now')
    expect(record.item.title).toBe('Roof 21, second edition')
  })

  test('keeps what the reader selected over what stood in the library', async () => {
    show(paper(19))
    await openPage(7)
    const { record, when } = await saveCapture(withAbstract(paper(19), 'Selected words.'), 7)
    expect(when).toBe('before')
    expect(record.sections).toEqual([{ text: 'Selected words.' }])
    expect((await library.undo())?.action).toBe('edit')
    expect((await library.get(record.id))?.sections).toEqual(capture.sections)
  })

  test('keeps as candidates what the reader had typed, and selected, before a selection', async () => {
    show(paper(22))
    const { record: saved } = await saveCapture(paper(22))
    await library.edit(saved.id, { sections: [{ text: 'Typed words.' }] })
    await saveCapture(withAbstract(paper(22), 'Selected words.'))
    const { record } = await saveCapture(withAbstract(paper(22), 'Selected better.'))
    expect(record.item.abstract).toBe('Selected better.')
    expect(record.source.fields.abstract).toMatchObject({
      source: 'selection',
      others: [
        { value: 'Selected words.', source: 'selection' },
        { value: 'Typed words.', source: 'reader' },
        {
          value: capture.item.abstract,
          source: 'section#abstract',
          sections: capture.sections,
        },
      ],
    })
    const back = await library.edit(record.id, { sections: [{ text: 'Typed words.' }] })
    expect(back.source.fields.abstract).toMatchObject({
      source: 'reader',
      others: [{ value: 'Selected better.', source: 'selection' }, {}, {}],
    })
  })

  test.each(['by another tab', 'by a key'])(
    'what was typed before stays with a paper that is saved %s',
    async (how) => {
      const what = paper(how === 'by a key' ? 51 : 50)
      const typed = { session: 'popup', n: 3, fields: { title: 'As it should be' } }
      const key = what.source.url
      await library.drafts.put({ key, ...typed, at: '2026-01-01T00:00:00.000Z' })
      if (how === 'by a key') await saveCapture(what)
      show(what)
      const state = await openPage(7)
      if (state.kind !== 'saved') throw new Error(state.kind)
      expect(await library.drafts.get(state.record.id)).toMatchObject(typed)
      expect(await library.drafts.get(key)).toBeUndefined()
      expect(state.record.item.title).toBe(what.item.title)
    },
  )

  /** A paper whose words have nothing in common with the others'. */
  const apart = (n: number, more: Partial<Capture['item']> = {}) =>
    paper(n, { author: [{ family: `Author${n}` }], ...more })

  test('does not let a DOI that a reader typed on one paper swallow another', async () => {
    show(apart(60))
    await openPage(7)
    show(apart(61))
    const other = await openPage(7)
    if (other.kind !== 'saved') throw new Error(other.kind)
    await library.edit(other.record.id, { item: { DOI: '10.5555/roofs.60' } })
    show(apart(60))
    const state = await openPage(7)
    expect(state).toMatchObject({ when: 'before', record: { item: { title: 'Roof 60' } } })
    expect(state).not.toHaveProperty('done')
    expect(await library.get(other.record.id)).toMatchObject({ item: { title: 'Roof 61' } })
  })

  test('asks where a reader typed the paper’s DOI on another one, and then saves it beside that', async () => {
    show(apart(62))
    const other = await openPage(7)
    if (other.kind !== 'saved') throw new Error(other.kind)
    await library.edit(other.record.id, { item: { DOI: '10.5555/roofs.63' } })
    show(apart(63))
    expect(await openPage(7)).toMatchObject({
      kind: 'offered',
      why: 'probably',
      probably: { id: other.record.id, title: 'Roof 62' },
    })
    expect((await saveCapture(apart(63), 7)).when).toBe('now')
    expect(await library.get(other.record.id)).toMatchObject({ item: { title: 'Roof 62' } })
  })

  test('says that two records became one, and leaves them two where nobody could take it back', async () => {
    const { item, ...rest } = paper(64)
    const { DOI: _, ...withoutDoi } = item
    const byPmid = { ...rest, identifiers: ['pmid:6464', 'url:https://index.example/64'] }
    const url = 'https://index.example/64'
    await saveCapture({
      ...byPmid,
      item: { ...withoutDoi, PMID: '6464' },
      source: { ...rest.source, url },
    })
    await saveCapture(paper(64))
    const both = paper(64, { PMID: '6464' })
    show({ ...both, identifiers: [...both.identifiers, 'pmid:6464'] })
    expect(await openPage(7, { merges: false })).not.toHaveProperty('done')
    expect(await openPage(7)).toMatchObject({ when: 'before', done: { action: 'merge' } })
  })

  test('says why where a page cannot be read', async () => {
    page.read = { ok: false, reason: 'Not this one.' }
    expect(await openPage(7)).toEqual({ kind: 'unreadable', reason: 'Not this one.' })
  })
})

test('a selection for an abstract keeps what stood there as a candidate', () => {
  const { item, sections, source } = withAbstract(capture, 'Selected.')
  expect(item.abstract).toBe('Selected.')
  expect(sections).toEqual([{ text: 'Selected.' }])
  expect(source.fields.abstract).toEqual({
    source: 'selection',
    others: [
      {
        value: capture.item.abstract,
        source: 'section#abstract',
        sections: capture.sections,
      },
    ],
  })
  expect(source.doubts).toEqual([])
})

test('a selection of the whole abstract keeps its sections', () => {
  const text = 'BACKGROUND:  Gulls sit on roofs.\nRESULTS: We counted 40.'
  const { item, sections, source } = withAbstract(capture, text)
  expect({ item, sections }).toEqual({ item: capture.item, sections: capture.sections })
  expect(source.fields.abstract).toEqual({ source: 'selection', others: [] })
})
