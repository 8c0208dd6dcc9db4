import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer'

/** One breach of an accessibility rule. */
export interface Breach {
  rule: string
  help: string
  /** Selector and reason, one for each place. */
  places: string[]
}

/** Runs axe on a page as it is now and gives what it finds; an empty list is a pass. */
export async function runAxe(page: Page, options: RunOptions = {}): Promise<Breach[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    // The policy of our pages stops a script element with axe in it, not the debugger.
    const source = await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    )
    await page.evaluate(`${source}; undefined`)
  }
  const results = await page.evaluate(
    (given): Promise<AxeResults> => Reflect.get(globalThis, 'axe').run(given),
    options,
  )
  if (results.passes.length === 0) throw new Error('axe looked at nothing')
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    places: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }))
}
