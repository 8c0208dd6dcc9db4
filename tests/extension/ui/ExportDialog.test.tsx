// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { ExportDialog } from '../../../extension/ui/ExportDialog.tsx'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import type { ExportScope } from '../../../extension/ui/use-export.ts'
import type { ReadBack } from '../../../src/formats/read-back.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { hide, perform, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

// jsdom knows no modal dialogs.
HTMLDialogElement.prototype.showModal = () => undefined

afterEach(hide)

const spoken: string[] = []
const announcer = {
  say: (text: string) => void spoken.push(text),
  tell: (text: string) => void spoken.push(text),
  fail: () => {},
  clear: () => {},
}

const lost: ReadBack = {
  records: 3,
  fields: [
    { field: 'decision', how: 'lost', records: 2, first: loss('decision', 'lost') },
    { field: 'title', how: 'changed', records: 1, first: loss('title', 'changed') },
  ],
}

function loss(field: 'decision' | 'title', how: 'lost' | 'changed') {
  return { id: 'r:1', title: 'Gulls', field, how }
}

async function open(count: number, parts: Partial<Shell> = {}) {
  const asked: { format: string; parts: object; signal: AbortSignal }[] = []
  const ids = Array.from({ length: Math.min(count, 3) }, (_, n) => `r:${n}`)
  const scope: ExportScope = { key: 'all', name: 'All', count, ids: async () => ids }
  const shell = fakeShell(
    { 'citation-keys:assign': () => ({ ok: true, value: {} }) },
    {
      readBack: async (format, _ids, parts, signal) => {
        asked.push({ format, parts, signal })
        return format === 'bibtex' ? lost : { records: 3, fields: [] }
      },
      ...parts,
    },
  )
  await show(
    <ShellContext.Provider value={shell}>
      <AnnouncerContext.Provider value={announcer}>
        <ExportDialog scopes={[scope]} onClose={() => undefined} />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>,
  )
  return asked
}

const said = () => document.querySelector('.kept')?.textContent ?? ''
const soon = () => perform(() => new Promise((resolve) => setTimeout(resolve, 300)))

test('what the chosen format would not keep is said in the dialog, field by field', async () => {
  const asked = await open(3)
  expect(said()).toBe('Looking at what the file keeps…')
  await soon()
  expect(said()).toContain('Decision: left out, in 2 papers')
  expect(said()).toContain('Title: comes back in other words, in 1 paper')
  await perform(() => the('input', 'RIS').click())
  await soon()
  expect(said()).toBe('This file keeps everything.')
  expect(asked.map(({ format }) => format)).toEqual(['bibtex', 'ris'])
  expect(asked[0]?.signal.aborted).toBe(true)
})

test('formats that are passed by are not read', async () => {
  const asked = await open(3)
  for (const name of ['BibLaTeX', 'CSL-JSON', 'RIS'])
    await perform(() => the('input', name).click())
  await soon()
  expect(asked.map(({ format }) => format)).toEqual(['ris'])
})

test('the download waits for nothing', async () => {
  const downloads: string[] = []
  await open(3, {
    readBack: () => new Promise(() => {}),
    download: (_file, name) => void downloads.push(name),
  })
  await soon()
  await perform(() => the('button', 'Download').click())
  expect(downloads).toHaveLength(1)
})

test('of more papers than can be read at once it is said that nobody looked; of a backup nothing', async () => {
  const asked = await open(2001)
  await soon()
  expect(said()).toContain('2,000 papers')
  await perform(() => the('input', 'JSON').click())
  await soon()
  expect(said()).toBe('')
  expect(asked).toEqual([])
})

test('what is unticked is written for nobody, and a bibliography has no decisions unless they are wanted', async () => {
  const written: unknown[] = []
  const asked = await open(3, {
    write: async (...how) => {
      written.push(how)
      return { blob: new Blob(['@misc{a}']), ending: 'bib' }
    },
  })
  expect(the<HTMLInputElement>('input', 'Decisions and reasons').checked).toBe(false)
  await perform(() => the('input', 'Notes').click())
  await soon()
  const parts = { abstracts: true, tags: true, notes: false, decisions: false }
  expect(asked.at(-1)?.parts).toEqual(parts)
  await perform(() => the('button', 'Download').click())
  expect(written).toEqual([['bibtex', ['r:0', 'r:1', 'r:2'], parts]])
  await perform(() => the('input', 'RIS').click())
  expect(the<HTMLInputElement>('input', 'Decisions and reasons').checked).toBe(true)
  expect(the<HTMLInputElement>('input', 'Notes').checked).toBe(false)
  await perform(() => the('input', 'JSON').click())
  expect(document.body.textContent).not.toContain('What goes along')
})

test('a file is called as a person wishes, without leading out of its folder', async () => {
  const downloads: string[] = []
  await open(3, {
    write: async () => ({ blob: new Blob(), ending: 'bib' }),
    download: (_file, name) => void downloads.push(name),
  })
  const name = the<HTMLInputElement>('input', 'File name')
  expect(name.placeholder).toBe('offprint-2026-11-24.bib')
  await perform(() => the('button', 'Download').click())
  await type(name, '../salt: part 1.bib')
  await perform(() => the('button', 'Download').click())
  expect(downloads).toEqual(['offprint-2026-11-24.bib', 'salt- part 1.bib'])
})

test('papers are copied in the chosen format, and said to be', async () => {
  const copied: string[] = []
  spoken.length = 0
  await open(3, {
    write: async () => ({ blob: new Blob(['@misc{gull}']), ending: 'bib' }),
    copy: async (text) => void copied.push(text),
  })
  await perform(() => the('button', 'Copy').click())
  await soon()
  expect(copied).toEqual(['@misc{gull}'])
  expect(spoken).toEqual(['Copied 3 papers as BibTeX'])
})
