import { yearOf } from '../../src/item/date.ts'
import { namesInBrief } from '../../src/item/name.ts'
import type { NewRecord } from '../../src/item/record.ts'
import { portals } from '../../src/portals/index.ts'

/**
 * What stands under a paper's title before the link to its page: names, journal, year; where the page gave none of
 * them, the portal's name.
 */
export function byLine({ item, source }: Pick<NewRecord, 'item' | 'source'>): string[] {
  const journal = item['container-title-short'] ?? item['container-title'] ?? item.publisher
  const parts = [namesInBrief(item.author), journal ?? '', yearOf(item) ?? ''].filter(
    (part) => part !== '',
  )
  const portal = portals.find(({ id }) => id === source.portal)?.name
  return parts.length === 0 && portal !== undefined ? [portal] : parts
}

/** An address that may be a link, without credentials, and its host without `www.`; undefined for anything but http and https. */
export function pageLink(address: string): { href: string; host: string } | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.username = ''
  url.password = ''
  return { href: url.href, host: url.hostname.replace(/^www\./, '') }
}
