// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { LibraryChanged, PageState } from '../../../extension/messages.ts'
import { loadTheRest, Popup } from '../../../extension/popup/Popup.tsx'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { answerOf, fakeShell } from '../support/fake-shell.ts'
import { capture, record } from '../support/papers.ts'
import { all, hide, perform, press, show, status, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

beforeAll(async () => {
  await loadTheRest()
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
})
afterEach(hide)

type Answers = Parameters<typeof fakeShell>[0]

async function open(state: PageState, answers: Answers = {}, parts: Partial<Shell> = {}) {
  const shell = fakeShell({ 'page:open': () => ({ ok: true, value: state }), ...answers }, parts)
  await show(
    <ShellContext.Provider value={shell}>
      <Popup />
    </ShellContext.Provider>,
  )
  return shell
}

const text = () => document.body.textContent ?? ''
const selectedTab = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent
const asked = (shell: { asked: { name: string; body: unknown }[] }, name: string) =>
  shell.asked.filter((each) => each.name === name).map((each) => each.body)
const savedNow: PageState = { kind: 'saved', when: 'now', record, capture }

describe('tabs', () => {
  test('are This page, Library and Review; a count is described, no part of the name', async () => {
    await open(savedNow)
    the('tab', 'This page')
    const library = the('tab', 'Library')
    expect(library.textContent).toBe('Library1,204')
    const described = library.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toBe('1,204 papers')
    the('tab', 'Review')
    expect(document.querySelectorAll('[role=tab]')).toHaveLength(3)
  })

  test('arrow keys move between them', async () => {
    await open(savedNow)
    await press(the('tab', 'This page'), 'ArrowRight')
    expect(selectedTab()).toMatch(/^Library/)
    expect(document.activeElement).toBe(the('tab', 'Library'))
  })

  test('the library page is a link from both', async () => {
    await open(savedNow)
    for (const tab of ['This page', 'Library']) {
      await perform(() => the('tab', tab).click())
      expect(the('a', 'Open library').getAttribute('href')).toBe('../library/index.html')
    }
  })
})

describe('a tab that is not on the web', () => {
  test('has the library first, before the page has answered; on the web the page comes first', async () => {
    const shell = fakeShell({ 'page:open': () => new Promise(() => {}) })
    const shown = (isOnWeb: boolean) => (
      <ShellContext.Provider value={shell}>
        <Popup isOnWeb={isOnWeb} />
      </ShellContext.Provider>
    )
    await show(shown(false))
    expect(selectedTab()).toMatch(/^Library/)
    await show(shown(true))
    expect(selectedTab()).toBe('This page')
  })

  test('shows its paper all the same, where it has one', async () => {
    const shell = fakeShell({ 'page:open': () => ({ ok: true, value: savedNow }) })
    await show(
      <ShellContext.Provider value={shell}>
        <Popup isOnWeb={false} />
      </ShellContext.Provider>,
    )
    expect(selectedTab()).toBe('This page')
  })
})

describe('This page', () => {
  test('says that it reads, until the answer comes', async () => {
    await open(savedNow, { 'page:open': () => new Promise(() => {}) })
    expect(text()).toContain('Reading the page…')
    expect(all('button', 'Save')).toEqual([])
  })

  test('saved now: says so, offers Undo and no Save, and the tag box has the focus', async () => {
    await open(savedNow)
    expect(status()).toBe('Saved to your library')
    the('button', 'Undo')
    expect(all('button', 'Save')).toEqual([])
    expect(document.activeElement).toBe(the('input', 'Tags'))
    expect(document.querySelector('h2')?.textContent).toBe('Counting Larus on slate roofs')
    expect(the('section', 'Abstract').textContent).toContain('BACKGROUND Gulls sit on roofs.')
    expect(text()).toContain('van der Berg & Ito · Journal of Roofs · 2015 · roofs.example')
    expect(text()).toContain('The abstract looks cut off')
    for (const name of [
      'Edit',
      'Delete',
      'Copy BibTeX',
      'Export…',
      'What was left out',
      'Where each field came from',
    ]) {
      the('button', name)
    }
    the('textarea', 'Note')
  })

  test('saved again: says that tags, notes and edits are back', async () => {
    await open({ ...savedNow, when: 'again' })
    expect(status()).toBe('Saved again, with its tags, notes and edits from before')
    the('button', 'Undo')
  })

  test('saved before: says since when, and takes nothing back', async () => {
    await open({ ...savedNow, when: 'before' })
    expect(text()).toContain('Saved in your library since Nov 20, 2026')
    expect(all('button', 'Undo')).toEqual([])
    expect(status()).toBe('')
  })

  test('what the click did to a paper that was there is said, and taken back', async () => {
    const done = { action: 'merge' as const, parts: ['r:1'] }
    let opened = 0
    const shell = await open(savedNow, {
      'page:open': () => {
        opened += 1
        const before = { ...savedNow, when: 'before' as const }
        return { ok: true, value: opened === 1 ? { ...before, done } : before }
      },
      undo: () => ({ ok: true, value: { action: 'merge', records: 2, kept: 0 } }),
    })
    expect(status()).toBe(
      'In your library since Nov 20, 2026, there more than once. It is one entry now.',
    )
    expect(text()).toContain(status())
    await perform(() => the('button', 'Undo').click())
    expect(asked(shell, 'undo')).toEqual([{ id: record.id, action: 'merge' }])
    // Or the next look at the page would do it again.
    expect(asked(shell, 'record:keep-apart')).toEqual([{ ids: [record.id, 'r:1'] }])
    expect(status()).toBe('Undone.')
    expect(opened).toBe(2)
    expect(all('button', 'Undo')).toEqual([])
  })

  test('Save that finds the paper in the library says so, and what it wrote there is taken back', async () => {
    for (const done of [undefined, { action: 'edit' as const }]) {
      const shell = await open(
        { kind: 'offered', why: 'asked', capture },
        {
          'record:save': () => ({
            ok: true,
            value: { record, when: 'before', ...(done && { done }) },
          }),
          undo: () => ({ ok: true, value: { action: 'edit', records: 1, kept: 0 } }),
        },
      )
      await perform(() => the('button', 'Save').click())
      expect(status()).toBe(
        done
          ? 'In your library since Nov 20, 2026. What you wrote here was put into it.'
          : 'Saved in your library since Nov 20, 2026',
      )
      expect(all('button', 'Undo')).toHaveLength(done ? 1 : 0)
      if (!done) continue
      await perform(() => the('button', 'Undo').click())
      expect(asked(shell, 'undo')).toEqual([{ id: record.id, action: 'edit' }])
      expect(status()).toBe('Undone.')
      expect(text()).toContain('Saved in your library since Nov 20, 2026')
    }
  })

  test('Undo takes the save back, then offers Save, which saves again', async () => {
    const shell = await open(savedNow, {
      undo: () => ({ ok: true, value: { action: 'save', records: 1, kept: 0 } }),
      'record:save': () => ({ ok: true, value: { record, when: 'again' } }),
    })
    await perform(() => the('button', 'Undo').click())
    expect(asked(shell, 'undo')).toEqual([{ id: record.id, action: 'save', tabId: 7 }])
    expect(status()).toBe('Undone.')
    expect(all('button', 'Undo')).toEqual([])
    expect(document.activeElement).toBe(the('button', 'Save'))
    await perform(() => the('button', 'Save').click())
    expect(asked(shell, 'record:save')).toEqual([{ capture, tabId: 7 }])
    the('button', 'Undo')
  })

  test('Undo that took something else back leaves the paper saved', async () => {
    await open(savedNow, {
      undo: () => ({ ok: true, value: { action: 'edit', records: 1, kept: 2 } }),
    })
    await perform(() => the('button', 'Undo').click())
    expect(status()).toBe('Undone. What was changed since was left as it is (2).')
    expect(all('button', 'Save')).toEqual([])
  })

  test('Undo of a save that was merged since leaves the paper saved, and says so', async () => {
    await open(savedNow, {
      undo: () => ({ ok: true, value: { action: 'save', records: 1, kept: 1, merged: 1 } }),
    })
    await perform(() => the('button', 'Undo').click())
    expect(status()).toContain('stays in the library')
    expect(all('button', 'Save')).toEqual([])
  })

  test('Delete offers to bring it back, and to save anew', async () => {
    const shell = await open(savedNow, {
      'record:delete': () => ({ ok: true, value: { deleted: 1 } }),
      undo: () => ({ ok: true, value: { action: 'delete', records: 1, kept: 0 } }),
    })
    await perform(() => the('button', 'Delete').click())
    expect(status()).toBe('Moved to the trash.')
    the('button', 'Save')
    await perform(() => the('button', 'Undo').click())
    expect(asked(shell, 'undo')).toEqual([{ id: record.id, action: 'delete', tabId: 7 }])
    expect(all('button', 'Save')).toEqual([])
    the('button', 'Delete')
  })

  test.each([
    ['asked', 'not in your library yet'],
    ['undone', 'save was undone'],
    ['probably', 'probably in your library already'],
    ['title-from-window', 'Only the window’s title'],
    ['still-loading', 'still loading'],
  ] as const)('offered (%s): says why, and saves only on Save', async (why, words) => {
    const shell = await open({ kind: 'offered', why, capture })
    expect(text()).toContain(words)
    expect(asked(shell, 'record:save')).toEqual([])
    the('button', 'Save')
  })

  test('the probable duplicate is named, and opens in the library', async () => {
    await open({
      kind: 'offered',
      why: 'probably',
      capture,
      probably: { id: record.id, title: 'The <i>same</i>', savedAt: record.savedAt },
    })
    await perform(() => the('button', 'The same').click())
    expect(selectedTab()).toMatch(/^Library/)
    the('button', 'Back')
    expect(all('h2', 'Counting Larus on slate roofs')).toHaveLength(1)
  })

  test('what is edited before saving is shown once the form is closed', async () => {
    await open({ kind: 'offered', why: 'asked', capture })
    await perform(() => the('button', 'Edit').click())
    await type(the<HTMLTextAreaElement>('textarea', 'Title'), 'Gulls')
    await type(the<HTMLTextAreaElement>('textarea', 'Section 2, text'), 'We counted 41.')
    await perform(() => the('button', 'Done').click())
    expect(document.querySelector('h2')?.textContent).toBe('Gulls')
    expect(the('section', 'Abstract').textContent).toContain('We counted 41.')
  })

  test('what is edited before saving is saved, and its draft given up', async () => {
    const shell = await open(
      { kind: 'offered', why: 'asked', capture },
      { 'record:save': () => ({ ok: true, value: { record, when: 'now' } }) },
    )
    await perform(() => the('button', 'Edit').click())
    await type(the<HTMLTextAreaElement>('textarea', 'Title'), 'Gulls')
    await perform(() => the('button', 'Save').click())
    expect(asked(shell, 'draft:put')).toMatchObject([
      { key: 'https://roofs.example/12', fields: { title: 'Gulls' } },
    ])
    expect(asked(shell, 'record:save')).toMatchObject([
      { capture: { item: { title: 'Gulls', DOI: capture.item.DOI } } },
    ])
    expect(asked(shell, 'draft:drop')).toEqual([{ key: 'https://roofs.example/12' }])
  })

  test('no paper: the popup opens on Library; This page says it in one line and takes it anyway', async () => {
    const bare = { ...capture, kind: 'not-paper' as const, sections: [] }
    const shell = await open(
      { kind: 'not-paper', capture: bare },
      { 'record:save': () => ({ ok: false, error: 'The disk is full.' }) },
    )
    expect(selectedTab()).toMatch(/^Library/)
    await perform(() => the('tab', 'This page').click())
    expect(text()).toContain('This page shows no paper.')
    await perform(() => the('button', 'Take it anyway').click())
    await type(the<HTMLTextAreaElement>('textarea', 'Abstract text'), 'Gulls.')
    await perform(() => the('button', 'Save').click())
    expect(asked(shell, 'record:save')).toMatchObject([
      { capture: { sections: [{ text: 'Gulls.' }] } },
    ])
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The disk is full.')
    expect(asked(shell, 'draft:drop')).toEqual([])
    expect(the<HTMLTextAreaElement>('textarea', 'Abstract text').value).toBe('Gulls.')
  })

  test('no paper, but a draft of it: the popup opens on the form, and says that it came back', async () => {
    const bare = { ...capture, kind: 'not-paper' as const, sections: [] }
    const keys: string[] = []
    const draft = async (key: string) => {
      keys.push(key)
      return { session: 'earlier', fields: { title: 'Half a ti' } }
    }
    const shell = await open(
      { kind: 'not-paper', capture: bare },
      {},
      { library: { ...fakeShell().library, draft } },
    )
    expect(selectedTab()).toBe('This page')
    expect(the<HTMLTextAreaElement>('textarea', 'Title').value).toBe('Half a ti')
    expect(text()).toContain('was kept, but is not saved yet')
    expect(new Set(keys)).toEqual(new Set(['https://roofs.example/12']))
    expect(asked(shell, 'record:save')).toEqual([])
  })

  test('a draft that is given up before saving takes with it what a button did to it', async () => {
    const draft = async () => ({ session: 'earlier', fields: { volume: '13' } })
    await open(
      { kind: 'offered', why: 'asked', capture },
      {},
      { library: { ...fakeShell().library, draft } },
    )
    await perform(() => the('button', 'Where each field came from').click())
    await perform(() => the('button', 'Use this for Title: Counting gulls').click())
    expect(document.querySelectorAll('.bar')).toHaveLength(1)
    await perform(() => the('button', 'Discard it').click())
    expect(document.querySelectorAll('.bar')).toHaveLength(0)
  })

  test('what is put back or taken before saving is not hidden by what was typed', async () => {
    const shell = await open(
      { kind: 'offered', why: 'asked', capture },
      { 'record:save': () => ({ ok: true, value: { record, when: 'now' } }) },
    )
    await perform(() => the('button', 'Edit').click())
    await type(the<HTMLTextAreaElement>('textarea', 'Title'), 'Typed')
    await type(the<HTMLTextAreaElement>('textarea', 'Section 2, text'), 'Forty.')
    await perform(() => the('button', 'What was left out').click())
    await perform(() => the('button', 'Put back: Get the app.').click())
    await perform(() => the('button', 'Where each field came from').click())
    await perform(() => the('button', 'Use this for Title: Counting gulls').click())
    await perform(() => the('button', 'Save').click())
    expect(asked(shell, 'record:save')).toMatchObject([
      {
        capture: {
          item: { title: 'Counting gulls' },
          sections: [capture.sections[0], { label: 'RESULTS', text: 'Forty.\nGet the app.' }],
        },
      },
    ])
  })

  test('a paper is not saved without what was typed and cannot be kept', async () => {
    const shell = await open({ kind: 'offered', why: 'asked', capture })
    await perform(() => the('button', 'Edit').click())
    await type(the<HTMLInputElement>('input', 'URL'), 'javascript:alert(1)')
    await perform(() => the('button', 'Save').click())
    expect(asked(shell, 'record:save')).toEqual([])
    expect(document.querySelector('[role=alert]')?.textContent).toContain('URL is not saved')
    expect(the<HTMLInputElement>('input', 'URL').value).toBe('javascript:alert(1)')
  })

  test('what is put back or taken before saving is said, kept for the next popup, and taken back', async () => {
    const shell = await open({ kind: 'offered', why: 'asked', capture })
    await perform(() => the('button', 'What was left out').click())
    await perform(() => the('button', 'Put back: Get the app.').click())
    expect(status()).toBe('Put back into the abstract.')
    await perform(() => the('button', 'Where each field came from').click())
    await perform(() => the('button', 'Use this for Title: Counting gulls').click())
    expect(status()).toBe('Title changed.')
    expect(document.querySelector('h2')?.textContent).toBe('Counting gulls')
    const kept = asked(shell, 'draft:put').at(-1) as { fields: { [field: string]: string } }
    expect(kept.fields).toMatchObject({
      title: 'Counting gulls',
      'section.1.text': 'We counted 40.\nGet the app.',
    })
    await perform(() => the('button', 'Undo: Title changed.').click())
    expect(status()).toBe('Undone.')
    expect(document.querySelector('h2')?.textContent).toBe('Counting Larus on slate roofs')
    expect(asked(shell, 'draft:put').at(-1)).not.toHaveProperty('fields.title')

    const again = await open(
      { kind: 'offered', why: 'asked', capture },
      { 'record:save': () => ({ ok: true, value: { record, when: 'now' } }) },
      {
        library: {
          ...fakeShell().library,
          draft: async () => ({ session: 'earlier', fields: kept.fields }),
        },
      },
    )
    await perform(() => the('button', 'Save').click())
    const [saved] = asked(again, 'record:save') as { capture: typeof capture }[]
    expect(saved?.capture.item.title).toBe('Counting gulls')
    expect(saved?.capture.source.fields.title?.source).toBe('og:title')
    expect(saved?.capture.sections[1]?.text).toBe('We counted 40.\nGet the app.')
  })

  test('text that was selected for a page taken anyway is kept for the next popup', async () => {
    const sections = [{ text: 'Selected.' }]
    const fields = { abstract: { source: 'selection', others: [] } }
    const source = { ...capture.source, fields }
    const selected = { ...capture, kind: 'not-paper' as const, sections, source }
    const shell = await open({ kind: 'not-paper', capture: selected })
    await perform(() => the('tab', 'This page').click())
    expect(asked(shell, 'draft:put')).toEqual([])
    await perform(() => the('button', 'Take it anyway').click())
    expect(asked(shell, 'draft:put')).toMatchObject([
      { fields: { 'section.0.label': '', 'section.0.text': 'Selected.' } },
    ])
  })

  test('a page that cannot be read says why', async () => {
    await open({ kind: 'unreadable', reason: 'It is a settings page.' })
    await perform(() => the('tab', 'This page').click())
    expect(text()).toContain('It is a settings page.')
    expect(all('button', 'Save')).toEqual([])
  })

  test('an error is an alert, and trying again asks again', async () => {
    const shell = await open(savedNow, {
      'page:open': () => ({ ok: false, error: 'The library is full.' }),
    })
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The library is full.')
    await perform(() => the('button', 'Try again').click())
    expect(asked(shell, 'page:open')).toHaveLength(2)
  })

  test('what a page wrote is text: no element of it, no link but http and https', async () => {
    const title = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    const url = 'javascript:alert(3)'
    const hostile = {
      ...record,
      item: { ...record.item, title },
      source: { ...record.source, url },
    }
    await open({ ...savedNow, record: hostile })
    expect(document.querySelector('h2')?.textContent).toBe(title)
    expect(document.querySelectorAll('img, script, a[href^=javascript]')).toHaveLength(0)
  })
})

describe('the footer', () => {
  test('Copy BibTeX gives the citation key for good before it copies', async () => {
    const steps: string[] = []
    await open(
      savedNow,
      {
        'citation-keys:assign': () => {
          steps.push('assign')
          return { ok: true, value: { [record.id]: 'berg2015counting' } }
        },
      },
      {
        bibtex: async ([paper]) => `@article{${paper?.citationKey}}`,
        copy: async (copied) => void steps.push(copied),
      },
    )
    await perform(() => the('button', 'Copy BibTeX').click())
    expect(steps).toEqual(['assign', '@article{berg2015counting}'])
    expect(status()).toBe('BibTeX copied.')
  })

  test('Export… downloads this paper, or all, in the chosen format', async () => {
    const written: unknown[] = []
    const names: string[] = []
    const keys = { [record.id]: 'berg2015counting', other: 'ito2016' }
    const shell = await open(
      savedNow,
      { 'citation-keys:assign': () => ({ ok: true, value: keys }) },
      {
        write: async (format, ids) => {
          written.push([format, ids])
          return { blob: new Blob(['x']), ending: format === 'json' ? 'json' : 'bib' }
        },
        download: (_file, name) => void names.push(name),
      },
    )
    shell.library.ids = async () => [record.id, 'other']
    await perform(() => the('button', 'Export…').click())
    await perform(() => the('button', 'Download').click())
    expect(status()).toBe('Exported 1 paper')
    expect(all('button', 'Download')).toEqual([])
    await perform(() => the('button', 'Export…').click())
    await perform(() => the('input', 'JSON').click())
    await perform(() => the('input', 'All1,204').click())
    await perform(() => the('button', 'Download').click())
    expect(written).toEqual([
      ['bibtex', [record.id]],
      ['json', undefined],
    ])
    expect(names).toEqual(['berg2015counting.bib', 'offprint-2026-11-24.json'])
    expect(status()).toBe('Exported 2 papers')
  })

  test('an export that fails says so in the dialog, where it can be heard', async () => {
    await open(
      savedNow,
      { 'citation-keys:assign': () => ({ ok: false, error: 'The disk is full.' }) },
      {},
    )
    await perform(() => the('button', 'Export…').click())
    await perform(() => the('button', 'Download').click())
    const alerts = [...document.querySelectorAll('[role=alert]')]
    expect(alerts.map((alert) => alert.textContent)).toEqual(['The disk is full.'])
    expect(alerts[0]?.closest('dialog')).not.toBeNull()
  })
})

describe('Library', () => {
  const row = (id: string, title: string, tags = ['gulls']) => ({
    id,
    title,
    names: 'Ito et al.',
    year: '2015',
    journal: 'Roofs',
    tags,
    savedAt: '2026-11-22T10:00:00.000Z',
  })

  async function library() {
    const queries: [string, readonly string[], number][] = []
    const shell = await open(
      { kind: 'not-paper', capture },
      {},
      {
        library: {
          ...fakeShell().library,
          tags: async () => [{ tag: 'gulls', count: 40 }],
          list: async ({ text, tags }, first) => {
            queries.push([text, tags, first])
            if (text === 'nothing') return answerOf([])
            const rows = [row('r:1', 'Roof gulls')]
            const words = text === '' ? [] : [text]
            return answerOf(rows, { total: 2, words })
          },
          snippets: async (ids) => ids.map(() => ({ text: '… on roofs the gulls …' })),
        },
      },
    )
    return { shell, queries }
  }

  test('rows are named by their titles, matches marked, with what is known beside', async () => {
    await library()
    await type(the<HTMLInputElement>('input', 'Search'), 'gull')
    const item = the('li', 'Roof gulls')
    await expect.poll(() => item.querySelector('mark')?.textContent).toBe('gull')
    expect(item.textContent).toContain('Ito et al. · Roofs · 2015 · gulls')
    expect(item.textContent).toContain('… on roofs the gulls …')
    expect(item.querySelector('time')?.textContent).toBe('2d ago')
  })

  test('a row shows six tags and counts the rest', async () => {
    const { shell } = await library()
    const tags = Array.from({ length: 200 }, (_, at) => `t${at}`)
    shell.library.list = async () => answerOf([row('r:1', 'Roof gulls', tags)])
    await type(the<HTMLInputElement>('input', 'Search'), 'gull')
    const item = the('li', 'Roof gulls')
    expect(item.querySelectorAll('.row-tag')).toHaveLength(6)
    expect(item.textContent).toContain('t5 · +194')
    expect(item.querySelector('.unseen')?.textContent).toBe('and 194 more')
  })

  test('searches at each input and narrows by tags', async () => {
    const { queries } = await library()
    the('li', 'Roof gulls')
    await type(the<HTMLInputElement>('input', 'Search'), 'roof')
    await perform(() => the('button', 'gulls 40 papers').click())
    expect(queries.at(-1)).toEqual(['roof', ['gulls'], 50])
    expect(the('button', 'gulls 40 papers').getAttribute('aria-pressed')).toBe('true')
    expect(text()).toContain('2 of 1,204')
    the('button', 'Export 2…')
  })

  test('ticked papers are counted and exported', async () => {
    await library()
    await perform(() => the('input', 'Select Roof gulls').click())
    expect(text()).toContain('1 selected')
    the('button', 'Export 1…')
    await perform(() => the('button', 'Clear').click())
    the('button', 'Export 2…')
  })

  test('a ticked paper that is deleted is ticked no longer', async () => {
    const { shell } = await library()
    const listeners: ((change: LibraryChanged) => void)[] = []
    shell.onChange = (listener) => {
      listeners.push(listener)
      return () => {}
    }
    await perform(() => the('input', 'Select Roof gulls').click())
    shell.library.get = async (id) => ({ ...record, id, deleted: true })
    // What unticks it is loaded when something is ticked, and others listen before it does.
    await expect
      .poll(async () => {
        await perform(() => {
          for (const listener of listeners) listener({ ids: ['r:1'], counter: 1 })
        })
        return text()
      })
      .not.toContain('1 selected')
    the('button', 'Export 2…')
  })

  test('a row opens its record; Back returns to the row', async () => {
    const { shell } = await library()
    shell.library.get = async () => record
    await perform(() => the('button', 'Roof gulls').click())
    the('input', 'Tags')
    expect(document.activeElement).toBe(the('button', 'Back'))
    await perform(() => the('button', 'Back').click())
    the('li', 'Roof gulls')
  })

  test('says when nothing matches, and shows all again', async () => {
    const { queries } = await library()
    await type(the<HTMLInputElement>('input', 'Search'), 'nothing')
    expect(text()).toContain('No paper matches.')
    await perform(() => the('button', 'Show all papers').click())
    expect(queries.at(-1)).toEqual(['', [], 50])
  })

  test('a slow answer to an older query never replaces a newer one', async () => {
    const { shell } = await library()
    const slow: (() => void)[] = []
    shell.library.list = ({ text }) =>
      text === 'a'
        ? new Promise((resolve) => slow.push(() => resolve(answerOf([row('r:9', 'Old answer')]))))
        : Promise.resolve(answerOf([row('r:8', 'New answer')]))
    await type(the<HTMLInputElement>('input', 'Search'), 'a')
    await type(the<HTMLInputElement>('input', 'Search'), 'ab')
    await perform(() => slow[0]?.())
    the('li', 'New answer')
    expect(all('li', 'Old answer')).toEqual([])
  })
})
