import { JSDOM } from 'jsdom'
import { capture } from '../../src/capture/capture.ts'
import type { Capture } from '../../src/capture/page-kind.ts'
import { now } from './fixtures.ts'

/** A document from its body (and head), as a page of an invented host. */
export function documentOf(
  body: string,
  head = '',
  url = 'https://journal.example.org/a/1',
): Document {
  return new JSDOM(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
    { url },
  ).window.document
}

/** The capture of a page that is written in a test. */
export function captureOf(
  body: string,
  head = '',
  url = 'https://journal.example.org/a/1',
): Capture {
  return capture(documentOf(body, head, url), url, now)
}
