import type { Capture } from '../../src/capture/page-kind.ts'

/** What a draft is kept under before its paper is saved: the page's canonical address, else its address. */
export function draftKey(capture: Capture): string {
  const canonical = capture.identifiers.find((identifier) => identifier.startsWith('url:'))
  return canonical?.slice('url:'.length) ?? capture.source.url
}
