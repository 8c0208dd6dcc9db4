import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole } from '../e2e/support/by-role.ts'
import { download } from '../e2e/support/download.ts'
import { type Hand, hands } from '../e2e/support/hands.ts'
import { launch, type Running } from '../e2e/support/launch.ts'
import { openLibraryPage, savePaper, waitForCounts } from '../e2e/support/library-page.ts'
import { type OwnPage, openPopup } from '../e2e/support/own-page.ts'
import { has, press, textOf, waitForStatus } from '../e2e/support/popup.ts'
import { servePage } from '../e2e/support/serve-page.ts'
import { storedDocuments } from '../e2e/support/stored-documents.ts'
import { startImport } from '../faults/support/backup-file.ts'
import { invented } from '../faults/support/invented.ts'

let running: Running
let library: OwnPage
let page: Page
let hand: Hand
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-hostile-'))
  running = await launch()
  library = await openLibraryPage(running)
  page = library.page
  const pointer = hands.find((each) => each.hand === 'pointer')
  if (!pointer) throw new Error('no pointer')
  hand = pointer.take(page)
})

afterEach(async () => {
  const errors = [...running.workerErrors, ...library.errors]
  await running.close()
  await rm(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})

const markup = '<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>'
/** Turned round, ended, halved: what no text may hold. */
const signs = 'exe\u202egpj \u2066x\u0000y\u0007z \ud800w \udc00v'
const unwanted = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u

/** A paper of which every field says something hostile. */
function hostile() {
  const capture = invented(1)
  const text = (name: string) => `${name} ${markup} ${signs}`
  return {
    ...capture,
    item: {
      ...capture.item,
      title: text('Title'),
      author: [{ family: text('Family'), given: text('Given') }, { literal: text('Literal') }],
      'container-title': text('Journal'),
      publisher: text('Publisher'),
      abstract: text('Abstract'),
      keyword: text('Keyword'),
    },
    sections: [{ label: text('Label'), text: text('Abstract') }],
    publicationTypes: [text('Type')],
    source: {
      ...capture.source,
      removed: [{ rule: text('rule'), text: text('Removed') }],
      fields: {
        title: { source: text('Source'), others: [{ value: text('Other'), source: 'x' }] },
      },
    },
  }
}

/** Fails where something of the text has become markup, or signs that turn, end or halve it are in sight. */
async function isText(shown: Page, ...words: string[]): Promise<void> {
  const found = await shown.evaluate(() => ({
    elements: [
      ...document.querySelectorAll(
        'img, iframe, object, script:not([src]), svg[onload], [onerror]',
      ),
    ].map(({ outerHTML }) => outerHTML),
    all: document.documentElement.outerHTML,
    text: document.body.textContent ?? '',
  }))
  expect(found.elements).toEqual([])
  expect(found.all).not.toMatch(unwanted)
  for (const word of words) expect(found.text).toContain(`${word} <img src=x onerror=alert(1)>`)
}

test('markup and signs that turn a text round are text, and shown as text, wherever a paper is', async () => {
  await savePaper(page, hostile(), { tags: [`tag ${signs}`], note: `Note ${markup} ${signs}` })
  await waitForCounts(page, { all: 1 })
  await isText(page, 'Title', 'Journal')
  await page.locator('.row-title').click()
  await page.waitForSelector('.section-text')
  await press(page, 'What was left out')
  await press(page, 'Where each field came from')
  await isText(page, 'Title', 'Abstract', 'Label', 'Type', 'Removed', 'Other')
  await press(page, 'Edit')
  await isText(page, 'Title')
  await press(page, 'Done')
  await hand.write('searchbox', 'Search', 'onerror')
  await page.waitForFunction(() => document.querySelectorAll('mark').length > 0)
  await isText(page)
  await hand.rewrite('searchbox', 'Search', ' ')
  await press(page, 'Delete')
  await hand.hears('Moved to the trash')
  await press(page, 'Trash')
  await page.waitForSelector(byRole('button', 'Restore'))
  await isText(page, 'Title')
  await press(page, 'Restore')
  await waitForCounts(page, { all: 1, trash: 0 })
  for (const pane of ['Overview', 'Review']) {
    await press(page, pane)
    await page.waitForNetworkIdle()
    await isText(page)
  }
  await isText(page, 'Title', 'Abstract')
  await press(page, 'All')
  for (const format of ['BibTeX', 'BibLaTeX', 'CSL-JSON', 'RIS', 'CSV', 'JSON']) {
    await press(page, 'Export…')
    await page.waitForSelector(byRole('button', 'Download'))
    await press(page, format, 'radio')
    const { text, name } = await download(running.browser, () => press(page, 'Download'))
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    expect(text.replace(/\r\n/g, '\n').replace(/\ufeff/, ''), format).not.toMatch(unwanted)
    expect(name).toMatch(/^[\w-]+\.\w+$/)
  }
}, 180_000)

test('a page of fields that are a megabyte each is saved shortened, and says so', async () => {
  const long = 'Slates failed before their time. '.repeat(32_000)
  const head = ['citation_title', 'citation_journal_title', 'citation_author'].map(
    (name) => `<meta name="${name}" content="${name} ${long}">`,
  )
  const html = `<!doctype html><html lang="en"><head><title>Slates</title>${head.join('')}<meta name="citation_doi" content="10.5555/long.1"></head><body><h1>Slates</h1><h2>Abstract</h2><p>${long.slice(0, 600)}</p></body></html>`
  const tab = await running.browser.newPage()
  await servePage(tab, 'https://journal.example/long', html)
  const popup = await openPopup(running, tab)
  await press(popup.page, 'This page', 'tab')
  const mark = 'The page’s text was too long and was shortened.'
  await popup.page.waitForFunction((text) => document.body.innerText.includes(text), {}, mark)
  // On a slow machine such a page may still be loading, and its paper be offered.
  if (await has(popup.page, 'button', 'Save')) await press(popup.page, 'Save')
  await waitForStatus(popup.page, 'Saved to your library')
  expect(await textOf(popup.page)).toContain(mark)
  const [record] = await storedDocuments(popup.page, 'records')
  expect(String(record?.title).length).toBeLessThanOrEqual(2_000)
  expect(JSON.stringify(record).length).toBeLessThan(200_000)
  popup.assertNoErrors()
})

const addresses = [
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.example/',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'chrome://settings',
  'https://user:secret@journal.example/paper',
]

/** The addresses of all links in a page, those to our own pages left out. */
function links(shown: Page): Promise<string[]> {
  return shown.$$eval('a', (all) =>
    all.map(({ href }) => href).filter((href) => !href.startsWith('chrome-extension:')),
  )
}

test.each([
  ['that a page gives', false],
  ['that lies in the database', true],
])(
  'an address %s is no link where it is none of the web, and names nobody where it is one',
  async (_, written) => {
    for (const [n, address] of addresses.entries()) {
      const capture = invented(n)
      const url = written ? capture.source.url : address
      const item = { ...capture.item, URL: address }
      const source = { ...capture.source, url, licence: address, pdf: address }
      const id = await savePaper(page, { ...capture, item, source })
      if (written) await page.evaluate(putAddress, id, address)
    }
    await page.reload({ waitUntil: 'load' })
    await waitForCounts(page, { all: addresses.length })
    for (const [n, address] of addresses.entries()) {
      await press(page, `Tide number ${n} at the mole`)
      await page.waitForFunction(
        (title) => document.querySelector('.record-panel h2')?.textContent === title,
        {},
        `Tide number ${n} at the mole`,
      )
      const allowed = address.startsWith('https:') ? ['https://journal.example/paper'] : []
      expect(await links(page), address).toEqual(allowed)
    }
    await press(page, 'Review')
    await page.waitForSelector('.section-text')
    for (const href of await links(page)) expect(href).toBe('https://journal.example/paper')
  },
  120_000,
)

/** Puts an address into a record as it lies in the database, past everything that would look at it; runs in the page. */
function putAddress(id: string, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('offprint')
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction('records', 'readwrite')
      const records = transaction.objectStore('records')
      const asked = records.get(id)
      asked.onsuccess = () =>
        records.put({ ...asked.result, URL: url, source: { ...asked.result.source, url } })
      transaction.oncomplete = () => {
        database.close()
        resolve()
      }
      transaction.onerror = () => reject(transaction.error)
    }
  })
}

const deep = (depth: number, inmost = '1') => '{"a":'.repeat(depth) + inmost + '}'.repeat(depth)
const good = '{"type":"book","title":"Reeds in the wind"}'

const records: [string, string][] = [
  [
    'keys of prototypes',
    `[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"book","title":"Proto","prototype":1},${good}]`,
  ],
  ['what is 10,000 deep', `[{"type":"book","title":"Deep","custom":${deep(10_000)}},${good}]`],
  ['lists that are 10,000 deep', `[${'['.repeat(10_000)}1${']'.repeat(10_000)},${good}]`],
  [
    'numbers that are none',
    `[{"type":"book","title":"Numbers","volume":1e999,"issued":{"date-parts":[[1e999,-1]]}},{"title":NaN},${good}]`,
  ],
  [
    'values of the wrong kind',
    `[{"type":7,"title":["x"],"author":"Eve","issued":[],"custom":{"tags":{"a":1},"sections":7,"source":{"url":7},"note":{}}},{"type":{},"title":"T","author":[null,7,{"family":{}}],"DOI":[]},7,null,"x",${good}]`,
  ],
  ['a beginning and an end that are not its own', `\ufeff[${good}] and so on`],
]

test.each(records)('CSL-JSON with %s brings in what is sound', async (_, text) => {
  const file = join(folder, 'hostile.json')
  await writeFile(file, text)
  await startImport(page, file)
  await hand.hears('mported')
  const titles = (await storedDocuments(page, 'records')).map(({ title }) => title)
  expect(titles).toContain('Reeds in the wind')
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBe(null)
  await page.waitForFunction(() => document.body.innerText.includes('Reeds in the wind'))
})

const record = (title: string, more: string) =>
  `{"id":"u:01J0000000000000000000000${title.length % 10}","title":"${title}","type":"book",${more}"savedAt":"2026-11-24T10:00:00.000Z","source":{"url":"javascript:alert(1)","portal":"generic","capturedAt":"2026-11-24T10:00:00.000Z","fields":{},"removed":[],"doubts":[]}}`

test.each<[string, string]>([
  ['keys of prototypes', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'],
  ['values of the wrong kind', '"m":7,"tags":{},"identifiers":7,"abstract":[],"author":{"a":1},'],
  [
    'stamps that overflow',
    '"m":{"c":{"x":9007199254740993,"__proto__":1},"t":{"title":["x.1e999",1e999]}},',
  ],
])('a backup with %s says what it leaves out, and brings in the rest', async (_, more) => {
  const file = join(folder, 'backup.json')
  const head =
    '"format":"offprint","schema":1,"writtenAt":"2026-11-24T10:00:00.000Z","device":"be9c40000000feed"'
  await writeFile(
    file,
    `{${head},"records":[${record('Odd', more)},${record('Sound', '')}],"highlights":[]}`,
  )
  const chooser = page.waitForFileChooser()
  await press(page, 'Import…')
  await (await chooser).accept([file])
  await page.waitForFunction(() => document.body.innerText.includes('will be left out'))
  const said = await textOf(page)
  expect(said).toContain('1 entry cannot be read and will be left out.')
  await press(page, 'Import')
  await hand.hears('mported')
  const [sound, ...others] = await storedDocuments(page, 'records')
  expect(sound).toMatchObject({ title: 'Sound' })
  expect(others).toEqual([])
  expect(await links(page)).toEqual([])
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBe(null)
})

test('a backup that is 10,000 deep is refused as a whole, in plain words', async () => {
  const file = join(folder, 'backup.json')
  await writeFile(file, `{"format":"offprint","schema":1,"records":[${deep(10_000)}]}`)
  const chooser = page.waitForFileChooser()
  await press(page, 'Import…')
  await (await chooser).accept([file])
  await page.waitForFunction(() => document.body.innerText.includes('it nests too deeply'))
  expect(await textOf(page)).toContain('Nothing was changed.')
})

test('no name of a file leads elsewhere, is a device’s or is too long', async () => {
  const file = join(folder, 'keys.json')
  await writeFile(file, '[{"type":"book","title":"Reeds","citation-key":"../../../.bashrc"}]')
  await startImport(page, file)
  await hand.hears('mported')
  for (const [typed, named] of [
    ['../../etc/passwd', /^etc-passwd\.bib$/],
    ['CON', /^CON-\.bib$/],
    ['x'.repeat(300), /^x{60}\.bib$/],
    ['a\u202ebib.exe', /^abib\.exe\.bib$/],
    ['', /^\w[\w-]*\.bib$/],
  ] as const) {
    await press(page, 'Export…')
    await page.waitForSelector(byRole('button', 'Download'))
    await hand.write('textbox', 'File name', typed)
    const { name } = await download(running.browser, () => press(page, 'Download'))
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
    expect(name, typed).toMatch(named)
  }
})
