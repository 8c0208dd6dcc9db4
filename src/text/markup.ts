import { decodeEntities } from './entities.ts'
import { plainGlyphs } from './glyphs.ts'
import { collapse, tidy } from './space.ts'

/** HTML and JATS elements that have a CSL counterpart. */
const inline: Readonly<Record<string, string>> = {
  i: 'i',
  em: 'i',
  italic: 'i',
  sub: 'sub',
  sup: 'sup',
  sc: 'sc',
}

/** The CSL inline tag for an element's local name, or undefined where it has none that we keep. */
export function inlineTag(localName: string): string | undefined {
  return Object.hasOwn(inline, localName) ? inline[localName] : undefined
}

const breaking = /^(?:p|br|div|li|ul|ol|h[1-6]|tr|td|section|sec|title|list|list-item|hr)$/

/**
 * What a metadata value says as text: tags dropped (those that CSL knows kept in CSL's form, the
 * breaking ones made a space), character references resolved.
 *
 * Values arrive plain, as HTML, and as HTML escaped once or twice (pkp/pkp-lib#1097, DSpace#9382:
 * `&lt;jats:p&gt;`), so unescaping is tried twice at most and only as long as tags keep appearing.
 */
export function textOfMarkup(value: string): string {
  let text = value
  for (let round = 0; round < 2 && /&lt;\/?[a-zA-Z]/.test(text); round++)
    text = decodeEntities(text)
  const bare = text.replace(
    /<(\/?)(?:jats:|xocs:|ce:|mml:)?([a-zA-Z][\w-]{0,20})(?:\s[^<>]{0,500})?\/?>/g,
    (_whole, slash: string, name: string) => {
      const local = name.toLowerCase()
      const kept = inlineTag(local)
      if (kept) return `<${slash}${kept}>`
      return breaking.test(local) ? ' ' : ''
    },
  )
  return tidyInline(collapse(tidy(plainGlyphs(decodeEntities(bare)))))
}

/** What a longer metadata value says, a blank line between its paragraphs and headings: `<jats:sec><jats:title>…`. */
export function paragraphsOfMarkup(value: string): string {
  const text = /&lt;\/?[a-zA-Z]/.test(value) ? decodeEntities(value) : value
  return text
    .split(
      /<\/?(?:jats:)?(?:p|sec|title|div|h[1-6]|ul|ol|li)(?:\s[^<>]{0,500})?>|<br\s*\/?>\s*<br\s*\/?>|\n\s*\n/i,
    )
    .map(textOfMarkup)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Text with its CSL inline tags put right: none empty, none around white space, none that repeats at once. */
export function tidyInline(text: string): string {
  if (!text.includes('<')) return text
  let before = ''
  let after = text
  while (after !== before) {
    before = after
    after = after
      .replace(/<(i|b|sub|sup|sc)>(\s*)<\/\1>/g, '$2')
      .replace(/<(i|b|sub|sup|sc)>(\s+)/g, '$2<$1>')
      .replace(/(\s+)<\/(i|b|sub|sup|sc)>/g, '</$2>$1')
      .replace(/<\/(i|b|sub|sup|sc)>(\s*)<\1>/g, '$2')
  }
  // Pretty-printed sources part a sign from its index; only an isotope's number stands before its letter.
  return after
    .replace(/ {2,}/g, ' ')
    .replace(/([\p{L}\p{N})\]>]) (?=<sub>)/gu, '$1')
    .replace(/(<\/(?:i|sub)>) (?=<sup>)/g, '$1')
}

/** The same text without CSL's inline tags: what a search, a file name or a comparison needs. */
export function withoutInline(text: string): string {
  return text.includes('<') ? text.replace(/<\/?(?:i|b|sub|sup|sc)>/g, '') : text
}
