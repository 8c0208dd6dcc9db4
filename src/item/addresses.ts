import { canonicalUrl, identifiersOf } from './identifier.ts'
import type { Item } from './item.ts'

/** Of further addresses so many are kept. */
const most = 20

/** The addresses in a text in which spaces part them, as reference managers write those of one paper: one at least. */
export function addressesIn(text: string): string[] {
  const parts = text.split(/\s(?=https?:\/\/)/i).map((part) => part.trim())
  const addresses = parts.filter((part) => part !== '')
  return addresses.length === 0 ? [text] : addresses
}

/** A paper's identifiers where it has further addresses beside its own, for a record's `identifiers`; else nothing. */
export function identifiersWith(
  item: Item,
  addresses: readonly string[],
): { identifiers?: string[] } {
  const further = addresses.slice(0, most).flatMap((address) => {
    const url = canonicalUrl(address)
    return url === undefined ? [] : [`url:${url}`]
  })
  if (further.length === 0) return {}
  return { identifiers: [...new Set([...identifiersOf(item, item.URL), ...further])] }
}
