// Fills a library with invented papers in a real browser and measures what is asked of it.

import { support } from '../driving.mjs'
import { bundle } from '../isolated-world.mjs'
import { painted } from './painted.mjs'
import { longestTasks } from './smooth.mjs'

/** The sizes at which an import is measured, so that its cost for each record can be seen to stay the same. */
const sizes = [1_000, 10_000, 100_000]

/** Kinds of questions, and how many of each are asked. */
const questions = {
  'one word': 200,
  beginnings: 200,
  'two words': 200,
  'tag and word': 200,
  phrase: 100,
}

/** How long a page lies idle before it is asked again, in ms: the browser closes an idle database after 3 s. */
const idle = 5_000

/**
 * Measures as `{fill, sizes, newest, search, cold, smooth, duplicates, saves, popup}`, each as library-entry.ts gives it; only those that
 * `only` names, where it names any. A profile that is `filled` already is measured as it is.
 */
export async function measureLibrary({ folder, profile, filled, records, only, say }) {
  const { launch } = await support('launch')
  const source = await bundle('scripts/bench/library-entry.ts')
  const wants = (name) => !only || only.includes(name)
  let running = await launch({ folder, userDataDir: profile })
  const measured = { records }

  /** Runs work in a page of the extension's own with nothing else in it. */
  const inPage = async (work) => {
    const page = await running.browser.newPage()
    try {
      await page.goto(`chrome-extension://${running.id}/blank.html`)
      await page.evaluate(`${source}\n;globalThis.bench = offprint; undefined`)
      return await work((name, ...args) => finished(page, name, args))
    } finally {
      await page.close()
    }
  }

  try {
    if (!filled) {
      measured.fill = []
      let from = 0
      for (const to of [...sizes.filter((size) => size < records), records]) {
        const ours = await inPage((call) => call('fill', from, to))
        const bare = await inPage((call) => call('fillBare', from, to))
        const row = { from, to, ours, bare }
        measured.fill.push(row)
        say(
          `${to} records: ${line({ ours: ours / (to - from), bare: bare / (to - from) })} a record`,
        )
        from = to
      }
      await inPage((call) => call('dropBare'))
    }
    if (wants('size')) measured.sizes = await inPage((call) => call('sizes'))
    if (wants('newest')) measured.newest = await inPage((call) => call('newest', 60))
    if (wants('search')) {
      measured.search = {}
      for (const [kind, count] of Object.entries(questions)) {
        measured.search[kind] = await inPage(async (call) =>
          call('ask', await call('questions', kind, count)),
        )
        say(`search, ${kind}: median ${middle(measured.search[kind].ms)}`)
      }
    }
    if (wants('cold')) {
      measured.cold = []
      for (let turn = 0; turn < 8; turn++) {
        await new Promise((wake) => setTimeout(wake, idle))
        const words = await inPage(async (call) =>
          call('ask', [(await call('questions', 'one word', 8))[turn]]),
        )
        measured.cold.push(words.ms[0])
      }
      say(`first question after ${idle} ms: ${measured.cold.map((ms) => ms.toFixed(1)).join(' ')}`)
    }
    if (wants('smooth')) {
      measured.smooth = await longestTasks(running)
      const { scroll, type, open } = measured.smooth
      say(`longest task: scrolling ${scroll} ms, typing ${type} ms, opening ${open} ms`)
    }
    if (wants('duplicates')) {
      measured.duplicates = await inPage((call) => call('duplicates'))
      const { ms, pairs } = measured.duplicates
      say(`possible duplicates: ${pairs} pairs in ${(ms / 1000).toFixed(1)} s`)
    }
    if (wants('save')) measured.saves = await inPage((call) => call('saves', records, 60))
    if (wants('popup')) {
      await snapshotOf(running)
      const settled = async () => running
      const idled = () => new Promise((wake) => setTimeout(() => wake(running), idle))
      const started = async () => {
        running = await running.restart()
        return running
      }
      measured.popup = {
        warm: await painted(settled, 15),
        idle: await painted(idled, 5),
        started: await painted(started, 5),
      }
      for (const [when, { blank, popup }] of Object.entries(measured.popup))
        say(`popup, ${when}: blank ${middle(blank)}, popup ${middle(popup)}`)
    }
  } finally {
    await running.close()
  }
  return measured
}

/** Has the background write the popup's snapshot, as after any change: the library was filled without the background. */
async function snapshotOf({ browser, id }) {
  const page = await browser.newPage()
  try {
    await page.goto(`chrome-extension://${id}/blank.html`)
    await page.evaluate(() => chrome.runtime.sendMessage({ name: 'library:changed', body: {} }))
    await page.waitForFunction(
      async () => (await chrome.storage.local.get('snapshot')).snapshot?.rows.length === 50,
      { polling: 100, timeout: 30_000 },
    )
  } finally {
    await page.close()
  }
}

const middle = (list) => `${list.toSorted((a, b) => a - b)[list.length >> 1]?.toFixed(1)} ms`

const line = (times) =>
  Object.entries(times)
    .map(([name, ms]) => `${name} ${ms.toFixed(3)} ms`)
    .join(', ')

/** What a function of the page's gives, however long it takes: one call over minutes would be given up by the protocol. */
async function finished(page, name, args) {
  await page.evaluate(
    (called, given) => {
      globalThis.outcome = undefined
      globalThis.bench[called](...given).then(
        (value) => {
          globalThis.outcome = { value }
        },
        (error) => {
          globalThis.outcome = { error: String(error?.stack ?? error) }
        },
      )
    },
    name,
    args,
  )
  const done = await page.waitForFunction(() => globalThis.outcome, { polling: 500, timeout: 0 })
  const { value, error } = await done.jsonValue()
  if (error) throw new Error(error)
  return value
}
