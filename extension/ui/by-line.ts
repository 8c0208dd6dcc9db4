import { yearOf } from '../../src/item/date.ts'
import type { Item } from '../../src/item/item.ts'
import { namesInBrief } from '../../src/item/name.ts'

/** What stands under a paper's title before the link to its page: names, journal, year. */
export function byLine(item: Item): string[] {
  const journal = item['container-title-short'] ?? item['container-title'] ?? item.publisher
  return [namesInBrief(item.author), journal ?? '', yearOf(item) ?? ''].filter(
    (part) => part !== '',
  )
}

/** An address that may be a link, and its host without `www.`; undefined for anything but http and https. */
export function pageLink(address: string): { href: string; host: string } | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  return { href: url.href, host: url.hostname.replace(/^www\./, '') }
}
