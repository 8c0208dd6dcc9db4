import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { JSDOM } from 'jsdom'
import { capture } from '../../src/capture/capture.ts'
import type { Capture } from '../../src/capture/page-kind.ts'

/** A saved page and what a person expects to be captured from it. */
export interface Fixture {
  /** `qxmd/bolverin`, `plain-text`. */
  name: string
  /** The portal's id, from the folder; none for generic pages. */
  portal: string | undefined
  file: string
  url: string
  contentType: 'text/html' | 'text/plain'
  expected: string
}

const root = resolve(import.meta.dirname, '..')

/** When fixtures are captured, so that expectations can be compared. */
export const now = '2026-01-02T03:04:05.000Z'

/** Every page under tests/portals and tests/pages. */
export function fixtures(): Fixture[] {
  return ['portals', 'pages'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:html|txt)$/.test(path))
      .sort()
      .map((path) => fixture(join(root, folder, path), folder)),
  )
}

function fixture(file: string, folder: string): Fixture {
  const isText = file.endsWith('.txt')
  const inPortal = folder === 'portals'
  return {
    name: relative(join(root, folder), file).replace(/\.(?:html|txt)$/, ''),
    portal: inPortal ? basename(dirname(file)) : undefined,
    file,
    url: isText ? addressBeside(file) : addressIn(readFileSync(file, 'utf8'), file),
    contentType: isText ? 'text/plain' : 'text/html',
    expected: inPortal
      ? file.replace(/\.(?:html|txt)$/, '.json')
      : join(dirname(file), 'expected.json'),
  }
}

/** The address in a page's first line: `<!-- {"url": "…", "kind": "trimmed" | "reconstructed"} -->`. */
function addressIn(html: string, file: string): string {
  const first = /^<!-- (\{.*\}) -->/.exec(html)?.[1]
  const { url, kind } = JSON.parse(first ?? '{}')
  if (typeof url !== 'string' || !['trimmed', 'reconstructed'].includes(kind)) {
    throw new Error(
      `${relative(root, file)}: its first line must be <!-- {"url": "…", "kind": "trimmed" | "reconstructed"} -->`,
    )
  }
  return url
}

/** A text page has no comments; its address stands beside it. */
function addressBeside(file: string): string {
  return JSON.parse(readFileSync(file.replace(/\.txt$/, '.url.json'), 'utf8')).url
}

/** The fixture's document in jsdom, as a browser would open it. */
export function open({ file, url, contentType }: Fixture): Document {
  return openText(readFileSync(file, 'utf8'), url, contentType)
}

/** A page in jsdom, from its source. */
export function openText(
  text: string,
  url: string,
  contentType: 'text/html' | 'text/plain',
): Document {
  if (contentType === 'text/html') return new JSDOM(text, { url }).window.document
  const { document } = new JSDOM('<!doctype html><body><pre></pre></body>', { url }).window
  const pre = document.querySelector('pre')
  if (pre) pre.textContent = text
  // jsdom opens text files as HTML; browsers say what they are.
  Object.defineProperty(document, 'contentType', { value: 'text/plain' })
  return document
}

/** The capture of a fixture in jsdom. */
export function captureFixture(of: Fixture): Capture {
  return capture(open(of), of.url, now)
}

/** What a person expects; fails with the candidate to look at where nobody has written it yet. */
export function expectation(of: Fixture, captured: unknown): { [field: string]: unknown } {
  if (existsSync(of.expected)) return JSON.parse(readFileSync(of.expected, 'utf8'))
  throw new Error(
    `${relative(root, of.expected)} is not written yet. Read the page, then write what it should give; the capture says:\n${JSON.stringify(captured, undefined, 2)}`,
  )
}
