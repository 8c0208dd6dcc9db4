// Whether the library page stands still: the longest task of its main thread while a person goes through a long list.

/**
 * The longest task in ms of each of the things that are done with the library page, as `{scroll, type, open}`. Only the browser's own
 * long tasks count, those of more than 50 ms (Long Tasks API); where there is none it is 0.
 */
export async function longestTasks({ browser, id }) {
  const page = await browser.newPage()
  try {
    await page.setViewport({ width: 1240, height: 900 })
    await page.evaluateOnNewDocument(() => {
      globalThis.longTasks = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(`chrome-extension://${id}/extension/library/index.html`)
    await page.waitForSelector('.rows.virtual .row-title', { timeout: 30_000 })
    await quiet(page)
    const during = async (act) => {
      await page.evaluate(() => globalThis.longTasks.splice(0))
      await act()
      await quiet(page)
      return Math.max(0, ...(await page.evaluate(() => globalThis.longTasks)))
    }
    return {
      scroll: await during(async () => {
        for (const share of [0.25, 0.5, 0.75, 1]) {
          await page.$eval(
            '.list-pane',
            (pane, part) => {
              pane.scrollTop = pane.scrollHeight * part
            },
            share,
          )
          await pause(300)
        }
        // As a wheel does it, over some screens.
        await page.mouse.move(400, 500)
        for (let turn = 0; turn < 20; turn++) await page.mouse.wheel({ deltaY: -400 })
      }),
      type: await during(async () => {
        await page.focus('input[type=search]')
        await page.keyboard.type('crystal', { delay: 120 })
      }),
      open: await during(async () => {
        await page.$eval('input[type=search]', (box) => {
          box.value = ''
          box.dispatchEvent(new Event('input', { bubbles: true }))
        })
        await pause(500)
        await page.$$eval('.rows .row-title', (titles) => titles[3]?.click())
        await page.waitForSelector('.record-panel')
      }),
    }
  } finally {
    await page.close()
  }
}

const quiet = () => pause(1500)

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms))
}
