import { fold } from './fold.ts'
import { withoutInline } from './markup.ts'

/** A text's folded letters and digits and nothing else: two copies of one text compare equal whatever their spacing. */
export function comparable(text: string): string {
  return fold(withoutInline(text)).replace(/[^\p{L}\p{N}]+/gu, '')
}
