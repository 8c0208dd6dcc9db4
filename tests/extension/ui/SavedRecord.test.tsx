// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import type { RecordEdit } from '../../../extension/messages.ts'
import { Announcements } from '../../../extension/ui/Announcements.tsx'
import { type DraftFields, editOfDraft } from '../../../extension/ui/draft-fields.ts'
import { draftWriter } from '../../../extension/ui/draft-writer.ts'
import { editPaper } from '../../../extension/ui/edit-paper.ts'
import { SavedRecord } from '../../../extension/ui/SavedRecord.tsx'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext, useAnnouncements } from '../../../extension/ui/use-announcer.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { fakeCall, fakeShell } from '../support/fake-shell.ts'
import { record } from '../support/papers.ts'
import { all, hide, perform, press, show, status, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

function Page({ shell, of = record }: { shell: Shell; of?: LibraryRecord }) {
  const { announcer, ...announced } = useAnnouncements()
  return (
    <ShellContext.Provider value={shell}>
      <AnnouncerContext.Provider value={announcer}>
        <SavedRecord key={of.id} record={of} onDeleted={() => {}} />
        <Announcements {...announced} onDismiss={announcer.clear} />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>
  )
}

const note = () => the<HTMLTextAreaElement>('textarea', 'Note')
const heard = () => document.querySelector('.record-panel > [aria-live]')?.textContent
const named = (asked: { name: string; body: unknown }[], name: string) =>
  asked.filter((each) => each.name === name).map((each) => each.body)

test('numbers rise over all of a page’s drafts', async () => {
  const { call, asked } = fakeCall()
  const writer = draftWriter(call, 's')
  await Promise.all([
    writer.put('r:1', { note: 'a' }),
    writer.put('r:2', { note: 'b' }),
    writer.put('r:1', { note: 'ab' }),
  ])
  expect(named(asked, 'draft:put')).toEqual([
    { key: 'r:1', session: 's', n: 1, fields: { note: 'a' } },
    { key: 'r:2', session: 's', n: 2, fields: { note: 'b' } },
    { key: 'r:1', session: 's', n: 3, fields: { note: 'ab' } },
  ])
})

test('a commit waits until every draft before it was kept', async () => {
  const answers: (() => void)[] = []
  const { call, asked } = fakeCall({
    'draft:put': () =>
      new Promise((resolve) => answers.push(() => resolve({ ok: true, value: undefined }))),
  })
  const writer = draftWriter(call, 's')
  void writer.put('r:1', { note: 'a' })
  void writer.put('r:1', { note: 'ab' })
  const commit = writer.commit('r:1')
  answers[1]?.()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(named(asked, 'draft:commit')).toEqual([])
  answers[0]?.()
  await commit
  expect(named(asked, 'draft:commit')).toEqual([{ key: 'r:1' }])
})

test('each input of the note is kept at once, and leaving it commits', async () => {
  const shell = fakeShell({
    'draft:commit': () => ({ ok: true, value: { ...record, note: 'why' } }),
  })
  await show(<Page shell={shell} />)
  await type(note(), 'wh')
  await type(note(), 'why')
  expect(named(shell.asked, 'draft:put')).toMatchObject([
    { n: 1, fields: { note: 'wh' } },
    { n: 2, fields: { note: 'why' } },
  ])
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(named(shell.asked, 'draft:commit')).toEqual([{ key: record.id }])
  expect(note().value).toBe('why')
  expect(status()).toBe('Changes saved.')
})

test('what was typed is taken back, but for what was changed since', async () => {
  let now: LibraryRecord = { ...record, note: 'before' }
  const edits: RecordEdit[] = []
  const shell = fakeShell({
    'draft:commit': () => {
      now = { ...now, note: 'after', item: { ...now.item, volume: '13', title: 'Gulls' } }
      return { ok: true, value: now }
    },
    'record:edit': ({ edit }) => {
      edits.push(edit)
      return { ok: true, value: now }
    },
  })
  shell.library.get = async () => now
  await show(<Page shell={shell} of={now} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Title'), 'Gulls')
  await type(line('Volume'), '13')
  await type(note(), 'after')
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  now = { ...now, item: { ...now.item, title: 'Changed elsewhere' } }
  await perform(() => the('button', 'Undo: Changes saved.').click())
  expect(edits).toEqual([{ note: 'before', item: { volume: '12' } }])
  expect(status()).toBe('Undone. What was changed since was left as it is (1).')
})

test('leaving a note in which nothing was typed asks for nothing; Ctrl+Enter commits', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(named(shell.asked, 'draft:commit')).toEqual([])
  await type(note(), 'x')
  await press(note(), 'Enter', { ctrlKey: true })
  expect(named(shell.asked, 'draft:commit')).toHaveLength(1)
})

test('what is typed while a commit is under way stays in the box', async () => {
  let answer = () => {}
  const shell = fakeShell({
    'draft:commit': () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: { ...record, note: 'first' } })
      }),
  })
  await show(<Page shell={shell} />)
  await type(note(), 'first')
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  await type(note(), 'first and second')
  await perform(() => answer())
  expect(note().value).toBe('first and second')
})

test('a draft of an earlier popup comes back, with a line that says so and a way to give it up', async () => {
  const shell = fakeShell()
  shell.library.draft = async () => ({ session: 'earlier', fields: { note: 'half a sen' } })
  await show(<Page shell={shell} of={{ ...record, note: 'old' }} />)
  expect(note().value).toBe('half a sen')
  expect(document.body.textContent).toContain('was kept, but is not saved yet')
  await perform(() => the('button', 'Discard it').click())
  expect(note().value).toBe('old')
  expect(named(shell.asked, 'draft:drop')).toEqual([{ key: record.id }])
  expect(all('button', 'Discard it')).toEqual([])
})

test('what was typed into the form earlier is shown in the form, and saved with one press', async () => {
  const { shell, kept } = keeping(record)
  await shell.drafts.put(record.id, { title: 'Typed before' })
  shell.library.draft = async () => ({ session: 'earlier', fields: { title: 'Typed before' } })
  await show(<Page shell={shell} />)
  expect(box('Title').value).toBe('Typed before')
  // Who goes on to the next box has the form still.
  await perform(() => box('Title').dispatchEvent(new FocusEvent('blur')))
  expect(all('button', 'Save it')).toEqual([])
  expect(box('Title').value).toBe('Typed before')
  await perform(() => the('button', 'Done').click())
  await shell.drafts.put(record.id, { title: 'Typed before' })
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Save it').click())
  expect(kept().item.title).toBe('Typed before')
  expect(status()).toBe('Changes saved.')
  expect(all('button', 'Save it')).toEqual([])
  expect(all('textarea', 'Title')).toEqual([])
  the('button', 'Edit')
})

test('a draft that the panel still holds when it goes away is committed', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await type(note(), 'half')
  await perform(hide)
  expect(named(shell.asked, 'draft:commit')).toEqual([{ key: record.id }])
})

test('the form’s fields are drafts too, and Done leaves it', async () => {
  const shell = fakeShell()
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  expect(document.activeElement).toBe(the('textarea', 'Title'))
  await type(the<HTMLTextAreaElement>('textarea', 'Authors, one per line'), 'Ito, Aya')
  await type(the<HTMLTextAreaElement>('textarea', 'Section 2, text'), 'We counted 41.')
  expect(named(shell.asked, 'draft:put').at(-1)).toMatchObject({
    fields: {
      author: 'Ito, Aya',
      'section.0.label': 'BACKGROUND',
      'section.0.text': 'Gulls sit on roofs.',
      'section.1.label': 'RESULTS',
      'section.1.text': 'We counted 41.',
    },
  })
  await perform(() => the('button', 'Done').click())
  expect(all('textarea', 'Title')).toEqual([])
  expect(document.activeElement).toBe(the('button', 'Edit'))
})

test('an identifier that another paper has is said beside its box, with a link to that paper', async () => {
  const other = {
    ...record,
    id: 'r:aaaaaaaaaaaaaaaaaaaaaaaaaa',
    item: { ...record.item, title: 'Tide 3' },
  }
  const looked: (readonly string[])[] = []
  const shell = fakeShell()
  shell.library.holders = async (identifiers) => {
    looked.push(identifiers)
    return identifiers.includes('doi:10.5555/tide.3') ? [record, other] : [record]
  }
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  const doi = the<HTMLInputElement>('input', 'DOI')
  const note = () => document.getElementById(doi.getAttribute('aria-describedby') ?? '')
  expect(note()?.textContent).toBe('')
  await type(doi, 'https://doi.org/10.5555/TIDE.3')
  expect(note()?.textContent).toBe('Another paper in your library has this DOI: Tide 3')
  expect(note()?.getAttribute('aria-live')).toBe('polite')
  expect(note()?.querySelector('a')?.getAttribute('href')).toBe(`../library/index.html#${other.id}`)
  await type(doi, '10.5555/tide.4')
  expect(note()?.textContent).toBe('')
  expect(looked).toContainEqual(['doi:10.5555/tide.3'])
})

test('what is no DOI is said beside its box, stays there though the rest is saved, and can be given up', async () => {
  const { shell, kept } = keeping(record)
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  const doi = () => the<HTMLInputElement>('input', 'DOI')
  const note = (of: HTMLElement) =>
    document.getElementById(of.getAttribute('aria-describedby') ?? '')
  await type(doi(), 'not a doi at all')
  expect(note(doi())?.textContent).toContain('This is no DOI, so it is not saved.')
  await type(box('Title'), 'Gulls')
  await perform(() => the('button', 'Done').click())
  expect(kept().item).toMatchObject({ title: 'Gulls', DOI: record.item.DOI })
  expect(document.querySelector('[role=alert]')?.textContent).toContain('DOI is not saved')
  expect(doi().value).toBe('not a doi at all')
  await perform(() => the('button', 'Leave it as it was').click())
  expect(doi().value).toBe(record.item.DOI)
  expect(document.activeElement).toBe(doi())
  expect(note(doi())?.textContent).toBe('')
  await type(the<HTMLInputElement>('input', 'Date'), '2020-13-45')
  expect(note(the('input', 'Date'))?.textContent).toContain('kept in just these words')
  await perform(() => the('button', 'Done').click())
  expect(all('input', 'DOI')).toEqual([])
  expect(kept().item.issued).toEqual({ literal: '2020-13-45' })
})

test('every other field is edited behind “More fields”, which is closed until asked for', async () => {
  const { shell, kept } = keeping(record)
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  expect(all('input', 'Publisher')).toEqual([])
  await perform(() => the('button', 'More fields').click())
  const kind = the<HTMLSelectElement>('select', 'Type')
  expect([kind.value, kind.selectedOptions[0]?.text]).toEqual([
    'article-journal',
    'Journal article',
  ])
  await perform(() => {
    kind.value = 'chapter'
    kind.dispatchEvent(new Event('change'))
  })
  await type(box('Editors, one per line'), 'Sol, Mar')
  await type(the<HTMLInputElement>('input', 'Publisher'), 'Roof Press')
  await type(the<HTMLInputElement>('input', 'ISBN'), '978-3-16-148410-1')
  await perform(() => the('button', 'Done').click())
  expect(kept().item).toMatchObject({
    type: 'chapter',
    editor: [{ family: 'Sol', given: 'Mar' }],
    publisher: 'Roof Press',
  })
  expect(kept().item.ISBN).toBeUndefined()
  expect(document.body.textContent).toContain('This is no ISBN, so it is not saved.')
  await perform(() => the('button', 'Where each field came from').click())
  await perform(() => the('button', 'Use this for Type: Journal article').click())
  expect(kept().item.type).toBe('article-journal')
})

test('what an earlier popup left behind “More fields” is in sight again', async () => {
  const { shell } = keeping(record)
  shell.library.draft = async () => ({ session: 'earlier', fields: { publisher: 'Roof' } })
  await show(<Page shell={shell} />)
  expect(the<HTMLInputElement>('input', 'Publisher').value).toBe('Roof')
})

test('an error is shown in its own words, and the typed text stays', async () => {
  const shell = fakeShell({ 'draft:put': () => ({ ok: false, error: 'The disk is full.' }) })
  await show(<Page shell={shell} />)
  await type(note(), 'x')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
  expect(note().value).toBe('x')
})

/** A background that keeps one record: edits change it, and drafts become edits when they are committed. */
function keeping(first: LibraryRecord) {
  let kept = first
  let draft: DraftFields = {}
  const changed = new Set<() => void>()
  const edit = (change: RecordEdit) => {
    const { addTags = [], removeTags = [], note } = change
    kept = {
      ...editPaper(kept, change),
      tags: [...kept.tags, ...addTags].filter((tag) => !removeTags.includes(tag)),
      ...(typeof note === 'string' && { note }),
    }
    if (note === null) delete kept.note
    for (const listener of changed) listener()
    return { ok: true as const, value: kept }
  }
  const commit = (how = {}) => {
    const fields = draft
    draft = {}
    if (Object.keys(fields).length === 0) return { ok: true as const, value: undefined }
    return edit(editOfDraft(fields, kept, how))
  }
  const shell = fakeShell(
    {
      'record:edit': ({ edit: change }) => edit(change),
      'draft:put': ({ fields }) => {
        draft = fields
        return { ok: true, value: undefined }
      },
      'draft:commit': () => commit(),
    },
    {
      onChange: (listener) => {
        const tell = () => listener({ ids: [kept.id], counter: 1 })
        changed.add(tell)
        return () => void changed.delete(tell)
      },
    },
  )
  shell.library.get = async () => kept
  return { shell, kept: () => kept, commit, edit }
}

const box = (name: string) => the<HTMLTextAreaElement>('textarea', name)
const three = {
  ...record,
  sections: [
    { label: 'AIMS', text: 'Why.' },
    { label: 'METHODS', text: 'How.' },
    { label: 'RESULTS', text: 'What.' },
  ],
}

test('a section that is emptied and typed anew harms no other, though the draft is committed between', async () => {
  const { shell, kept, commit } = keeping(three)
  await show(<Page shell={shell} of={three} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Section 2, text'), '')
  await perform(() => commit())
  expect(kept().sections).toEqual([three.sections[0], three.sections[2]])
  expect([box('Section 2, text').value, box('Section 3, text').value]).toEqual(['', 'What.'])
  await type(box('Section 2, text'), 'Anew.')
  await perform(() => commit())
  expect(kept().sections).toEqual(three.sections.with(1, { label: 'METHODS', text: 'Anew.' }))
})

test('an emptied section stays where it is in the form after it was left', async () => {
  const { shell, kept } = keeping(three)
  await show(<Page shell={shell} of={three} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Section 1, text'), '')
  await perform(() => box('Section 1, text').dispatchEvent(new FocusEvent('blur')))
  expect(kept().sections).toEqual(three.sections.slice(1))
  expect(box('Section 2, text').value).toBe('How.')
  await type(box('Section 2, text'), 'So.')
  await perform(() => box('Section 2, text').dispatchEvent(new FocusEvent('blur')))
  expect(kept().sections).toEqual([{ label: 'METHODS', text: 'So.' }, three.sections[2]])
})

test('a line is put back into what was just typed, not over it', async () => {
  const { shell, kept } = keeping(three)
  await show(<Page shell={shell} of={three} />)
  await perform(() => the('button', 'Edit').click())
  await perform(() => the('button', 'What was left out').click())
  await type(box('Section 3, text'), 'Typed.')
  await perform(() => the('button', 'Put back: Get the app.').click())
  expect(kept().sections.at(-1)?.text).toBe('Typed.\nGet the app.')
  expect(box('Section 3, text').value).toBe('Typed.\nGet the app.')
})

test('half a tag is in the draft as long as it is typed, and a commit leaves it in its box', async () => {
  const { shell, kept, commit } = keeping(record)
  await show(<Page shell={shell} />)
  await type(the<HTMLInputElement>('input', 'Tags'), 'har')
  await type(note(), 'why')
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect([kept().note, kept().tags]).toEqual(['why', ['gulls']])
  expect(the<HTMLInputElement>('input', 'Tags').value).toBe('har')
  await type(the<HTMLInputElement>('input', 'Tags'), 'harbour')
  expect(named(shell.asked, 'draft:put').at(-1)).toMatchObject({ fields: { tag: 'harbour' } })
  await perform(() => commit({ closed: true }))
  expect(kept().tags).toEqual(['gulls', 'harbour'])
})

test('a tag that was added, or whose text was deleted, is in the draft no more', async () => {
  const { shell } = keeping(record)
  await show(<Page shell={shell} />)
  for (const end of ['Enter', 'Escape', '']) {
    await type(the<HTMLInputElement>('input', 'Tags'), 'harbour')
    if (end === '') await type(the<HTMLInputElement>('input', 'Tags'), '')
    else await press(the('input', 'Tags'), end)
    if (end === 'Escape') await press(the('input', 'Tags'), end)
    expect(named(shell.asked, 'draft:put').at(-1)).toHaveProperty('fields', {})
  }
  const names = shell.asked.map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['draft:put', 'record:edit', 'draft:put'])
})

test('half a tag that an earlier panel or popup left is in its box again', async () => {
  for (const session of ['this', 'earlier']) {
    const shell = fakeShell()
    shell.library.draft = async () => ({ session, fields: { tag: 'har' } })
    await show(<Page shell={shell} />)
    expect(the<HTMLInputElement>('input', 'Tags').value).toBe('har')
    await perform(() => note().dispatchEvent(new FocusEvent('blur')))
    expect(named(shell.asked, 'draft:commit')).toEqual([])
  }
})

test('the undo of a removed tag sets it again, whatever was committed since', async () => {
  const { shell, kept, edit } = keeping(record)
  await show(<Page shell={shell} />)
  await press(the('input', 'Tags'), 'Backspace')
  expect(kept().tags).toEqual([])
  expect(status()).toBe('Removed the tag gulls.')
  await perform(() => edit({ note: 'Since.' }))
  await perform(() => the('button', 'Undo: Removed the tag gulls.').click())
  expect(kept()).toMatchObject({ tags: ['gulls'], note: 'Since.' })
  expect(named(shell.asked, 'undo')).toEqual([])
  expect(status()).toBe('Undone.')
})

const leave = (element: HTMLElement) => perform(() => element.dispatchEvent(new FocusEvent('blur')))
const line = (name: string) => the<HTMLInputElement>('input', name)

test('one undo takes back all that was typed since Edit was pressed, and nothing that was changed elsewhere', async () => {
  const { shell, kept, edit } = keeping(record)
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Title'), 'Gulls')
  await leave(box('Title'))
  await type(line('Volume'), '13')
  await leave(line('Volume'))
  await perform(() => edit({ item: { issue: '4', volume: '14' }, note: 'Elsewhere.' }))
  await perform(() => the('button', 'Where each field came from').click())
  await perform(() => the('button', 'Use this for Title: Counting gulls').click())
  await type(line('Date'), '2016')
  await leave(line('Date'))
  await type(line('Pages'), '1-2')
  // Done takes the focus from the box, and asks for the same commit once more.
  await perform(() => {
    line('Pages').dispatchEvent(new FocusEvent('blur'))
    the('button', 'Done').click()
  })
  expect(kept().item).toMatchObject({ title: 'Counting gulls', volume: '14', page: '1-2' })
  await perform(() => the('button', 'Undo: Changes saved.').click())
  expect(kept().item).toEqual({ ...record.item, issue: '4', volume: '14' })
  expect(kept().note).toBe('Elsewhere.')
  expect(status()).toBe('Undone.')
})

test('what was typed after an undo, or after Done, is taken back by itself', async () => {
  const { shell, kept } = keeping(record)
  const undo = () => perform(() => the('button', 'Undo: Changes saved.').click())
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Title'), 'Gulls')
  await leave(box('Title'))
  await undo()
  expect(kept().item.title).toBe(record.item.title)
  await type(line('Volume'), '13')
  await perform(() => the('button', 'Done').click())
  await type(note(), 'why')
  await leave(note())
  await undo()
  expect([kept().note, kept().item.volume]).toEqual([undefined, '13'])
})

test('a commit whose reply comes late is part of it as well', async () => {
  const { shell, kept } = keeping(record)
  const { call } = shell
  const late = async (name: string, body: never) => {
    const reply = await call(name as 'draft:commit', body)
    if (name === 'draft:commit' && reply?.ok && reply.value)
      await new Promise((resolve) => setTimeout(resolve, 0))
    return reply
  }
  shell.call = late as Shell['call']
  shell.drafts = draftWriter(shell.call, 'this')
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Title'), 'Gulls')
  await leave(box('Title'))
  await type(line('Volume'), '13')
  await perform(() => {
    line('Volume').dispatchEvent(new FocusEvent('blur'))
    the('button', 'Done').click()
  })
  await perform(() => the('button', 'Undo: Changes saved.').click())
  expect(kept().item).toEqual(record.item)
})

test('what the background saved when the typing paused can be taken back as well', async () => {
  const { shell, kept, commit } = keeping(record)
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Edit').click())
  await type(box('Title'), 'Gulls')
  await perform(() => commit())
  expect(kept().item.title).toBe('Gulls')
  await perform(() => the('button', 'Done').click())
  await perform(() => the('button', 'Undo: Changes saved.').click())
  expect(kept().item.title).toBe(record.item.title)
})

/** A background that keeps one record and a highlight of it. */
function remarking() {
  const there = keeping(record)
  const { shell } = there
  const { call } = shell
  let remark: string | undefined
  let typed = ''
  const keep = (text: string) => {
    remark = text === '' ? undefined : text
  }
  shell.library.highlights = async () => [
    { id: 'a:1', exact: 'Gulls', prefix: '', suffix: '', start: 0, ...(remark && { remark }) },
  ]
  shell.call = (async (name: string, body: { key?: string; fields?: DraftFields }) => {
    if (body.key !== 'a:1') return call(name as 'draft:put', body as never)
    if (name === 'draft:put') typed = body.fields?.remark ?? ''
    else if (name === 'draft:commit') keep(typed)
    return { ok: true, value: undefined }
  }) as Shell['call']
  shell.drafts = draftWriter(shell.call, 'this')
  return { ...there, keep, remark: () => remark }
}

test('a remark that was changed can be taken back, unless it was changed since', async () => {
  const { shell, keep, remark, edit } = remarking()
  await show(<Page shell={shell} />)
  await type(box('Remark'), 'Why')
  // The background, when the typing paused.
  keep('Why')
  await perform(() => edit({}))
  await type(box('Remark'), 'Why?')
  await leave(box('Remark'))
  expect([remark(), status()]).toEqual(['Why?', 'Changes saved.'])
  const undo = the('button', 'Undo: Changes saved.')
  await perform(() => undo.click())
  expect([remark(), status()]).toEqual([undefined, 'Undone.'])
  expect(box('Remark').value).toBe('')
  await type(box('Remark'), 'Why?')
  await leave(box('Remark'))
  keep('Elsewhere')
  await perform(() => the('button', 'Undo: Changes saved.').click())
  expect([remark(), status()]).toEqual([
    'Elsewhere',
    'Undone. What was changed since was left as it is (1).',
  ])
})

test('what cannot be taken back itself leaves what can', async () => {
  const { shell, kept } = remarking()
  const isOffered = () => all('button', 'Undo: Removed the tag gulls.').length === 1
  shell.library.draft = async (key) =>
    key === record.id ? { session: 'earlier', fields: { note: 'half' } } : undefined
  await show(<Page shell={shell} />)
  await press(the('input', 'Tags'), 'Backspace')
  await type(line('Tags'), 'roofs')
  await press(line('Tags'), 'Enter')
  expect([status(), isOffered()]).toEqual(['Tagged roofs.', true])
  await perform(() => the('button', 'Discard it').click())
  expect([status(), isOffered()]).toEqual(['Discarded.', true])
  await type(box('Remark'), 'x')
  await type(box('Remark'), '')
  await leave(box('Remark'))
  expect([status(), isOffered()]).toEqual(['Changes saved.', true])
  await perform(() => the('button', 'Undo: Removed the tag gulls.').click())
  expect(kept().tags).toEqual(['roofs', 'gulls'])
})

test.each([
  ['What was left out', 'Put back: Get the app.'],
  ['Where each field came from', 'Use this for Title: Counting gulls'],
])('%s: undo restores what was there, unless it was changed since', async (strip, button) => {
  for (const since of [undefined, { item: { title: 'Since' }, sections: [{ text: 'Since' }] }]) {
    const { shell, kept, edit } = keeping(record)
    await show(<Page shell={shell} />)
    await perform(() => the('button', strip).click())
    await perform(() => the('button', button).click())
    expect(kept()).not.toEqual(record)
    await perform(() => edit(since ?? { note: 'Since.' }))
    const undo = document.querySelector<HTMLElement>('.bar button')
    await perform(() => undo?.click())
    expect(kept().item.title).toBe(since ? 'Since' : record.item.title)
    expect(kept().sections).toEqual(since ? since.sections : record.sections)
    expect(kept().note).toBe(since ? undefined : 'Since.')
    expect(status()).toMatch(since ? /left as it is \(1\)/ : /^Undone\.$/)
  }
})

/** A background whose record goes into the trash, or for good, in another page. */
function deletedElsewhere() {
  const there = keeping(record)
  const { shell, edit } = there
  let deleted = false
  let isGone = false
  const change = async () => void edit({})
  shell.library.get = async () => (isGone ? undefined : { ...there.kept(), deleted })
  const { call } = shell
  shell.call = (async (name: string, body: never) => {
    if (name === 'record:restore') {
      deleted = false
      await change()
      return { ok: true, value: { restored: 1 } }
    }
    const reply = await call(name as 'record:edit', body)
    return reply?.ok && reply.value ? { ...reply, value: { ...reply.value, deleted } } : reply
  }) as Shell['call']
  shell.drafts = draftWriter(shell.call, 'this')
  const remove = (forGood: boolean) => {
    deleted = true
    isGone = forGood
    return perform(change)
  }
  return { ...there, remove }
}

test('a paper that goes into the trash elsewhere says so, keeps what is typed, and comes back', async () => {
  const { shell, kept, remove } = deletedElsewhere()
  await show(<Page shell={shell} />)
  await type(note(), 'why')
  await remove(false)
  expect(heard()).toMatch(/^This paper has been moved to the trash\./)
  // What was done just before can still be taken back.
  expect(status()).toBe('')
  expect(document.querySelector('.notice')?.textContent).toContain('what you type here is kept')
  expect(all('button', 'Delete')).toEqual([])
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(status()).toBe('Saved with the paper in the trash.')
  await perform(() => the('button', 'Restore').click())
  expect(status()).toBe('Restored “Counting Larus on slate roofs”')
  expect(document.querySelector('.notice')).toBeNull()
  expect([kept().note, note().value]).toEqual(['why', 'why'])
  the('button', 'Delete')
})

test('a paper that is removed for good elsewhere says so, and leaves what was typed in its box', async () => {
  const { shell, remove } = deletedElsewhere()
  await show(<Page shell={shell} />)
  await type(note(), 'why')
  await remove(true)
  expect(heard()).toMatch(/^This paper has been removed for good/)
  await perform(() => note().dispatchEvent(new FocusEvent('blur')))
  expect(note().value).toBe('why')
  expect(named(shell.asked, 'draft:commit')).toEqual([])
  expect(all('button', 'Restore')).toEqual([])
})

test('a paper that is deleted in its own panel is told of by who has it shown', async () => {
  const { shell, remove } = deletedElsewhere()
  const { call } = shell
  shell.call = (async (name: string, body: never) => {
    if (name === 'record:delete') {
      await remove(false)
      return { ok: true, value: { deleted: 1 } }
    }
    return call(name as 'record:edit', body)
  }) as Shell['call']
  await show(<Page shell={shell} />)
  await perform(() => the('button', 'Delete').click())
  expect(heard()).toBe('')
})

test('a line that was left out is put back, and another value taken, with one click each', async () => {
  const shell = fakeShell({ 'record:edit': () => ({ ok: true, value: record }) })
  await show(<Page shell={shell} />)
  expect(the('button', 'What was left out').getAttribute('aria-expanded')).toBe('false')
  await perform(() => the('button', 'What was left out').click())
  expect(document.body.textContent).toContain('Advertisement for an app')
  await perform(() => the('button', 'Put back: Get the app.').click())
  await perform(() => the('button', 'Where each field came from').click())
  await perform(() => the('button', 'Use this for Title: Counting gulls').click())
  expect(named(shell.asked, 'record:edit')).toEqual([
    {
      id: record.id,
      edit: {
        sections: [record.sections[0], { label: 'RESULTS', text: 'We counted 40.\nGet the app.' }],
      },
    },
    { id: record.id, edit: { item: { title: 'Counting gulls' } } },
  ])
})

test('a decision is shown with its reason, changed, and taken back', async () => {
  const { reason: _, ...undecided } = record
  let now: LibraryRecord = { ...undecided, decision: 'exclude', reason: 'wrong animal' }
  const edits: RecordEdit[] = []
  const shell = fakeShell({
    'record:edit': ({ edit }) => {
      edits.push(edit)
      now = { ...undecided, ...(edit.decision && { decision: edit.decision }) }
      return { ok: true, value: now }
    },
  })
  shell.library.get = async () => now
  await show(<Page shell={shell} of={now} />)
  const choice = the<HTMLSelectElement>('select', 'Decision')
  expect(choice.value).toBe('exclude')
  expect(document.querySelector('.standing')?.textContent).toContain('wrong animal')
  await perform(() => {
    choice.value = 'include'
    choice.dispatchEvent(new Event('change'))
  })
  expect(status()).toBe('Decision: Included')
  await perform(() => the('button', 'Undo: Decision: Included').click())
  expect(edits).toEqual([
    { decision: 'include' },
    { decision: 'exclude', reason: 'wrong animal', assessed: null },
  ])
})

test('a paper that was shortened says so, and its link tells the page nothing', async () => {
  const source = { ...record.source, url: 'https://journal.example/a', doubts: ['shortened'] }
  await show(<Page shell={fakeShell()} of={{ ...record, source } as LibraryRecord} />)
  expect(document.body.textContent).toContain('The page’s text was too long and was shortened.')
  const link = document.querySelector<HTMLAnchorElement>('a[href="https://journal.example/a"]')
  expect(link?.rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']))
})
