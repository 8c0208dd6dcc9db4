import { lineBlock } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import { textOfMarkup } from '../text/markup.ts'
import { type AbstractCandidate, candidateOf } from './abstract-candidate.ts'

/** The most characters of scripts that are searched, and the longest text that is taken. */
const mostSource = 4_000_000
const longest = 30_000

/** How far from the abstract the same object's title stands, in characters. */
const near = 20_000

/**
 * The abstracts in the page's data: pages that scripts draw keep their record as JSON (`xplGlobal.document.metadata` of
 * IEEE, `__NEXT_DATA__`, `"abstract":{"value":"…"}` of OpenReview). Several are taken for this paper's only where
 * its title stands beside them.
 */
export function findInScripts(document: Document, title: string | undefined): AbstractCandidate[] {
  let budget = mostSource
  const found: { text: string; source: string; at: number }[] = []
  const scripts = document.getElementsByTagName('script')
  for (let i = 0; i < scripts.length && found.length < 50; i++) {
    const script = scripts[i]
    if (!script || script.hasAttribute('src')) continue
    if (/ld\+json|^math\//.test(script.getAttribute('type') ?? '')) continue
    const source = script.textContent ?? ''
    budget -= source.length
    if (budget < 0) break
    if (!/abstract/i.test(source)) continue
    for (const match of source.matchAll(member)) {
      const text = parsedString(source, match.index + match[0].length - 1)
      if (text !== undefined && text.length >= 100) found.push({ text, source, at: match.index })
      if (found.length >= 50) break
    }
  }
  const own = new Map(found.map((each) => [each.text, each]))
  const mine =
    own.size > 1
      ? [...own.values()].filter((each) => isBesideTitle(each, title))
      : [...own.values()]
  return mine.slice(0, 3).flatMap(({ text }) => {
    const paragraphs = textParagraphs(text)
    return candidateOf('script', 'data in a script', paragraphs.map(lineBlock)) ?? []
  })
}

/** `"abstract":"`, `"abstractText": "`, `"abstract":{"value":"`, in any quoting that JSON inside JSON may have. */
const member =
  /"(?:abstract|abstractText|abstract_text|paperAbstract|dc:description|description_abstract)"\s*:\s*(?:\[\s*)?(?:\{\s*"(?:value|text|content|_)"\s*:\s*)?"/g

function parsedString(source: string, quote: number): string | undefined {
  let end = quote + 1
  for (; end < source.length && end - quote < longest; end++) {
    const sign = source[end]
    if (sign === '\\') end++
    else if (sign === '"') break
  }
  try {
    const value: unknown = JSON.parse(source.slice(quote, end + 1).replace(/[\u0000-\u001f]/g, ' '))
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function isBesideTitle(
  { source, at }: { source: string; at: number },
  title: string | undefined,
): boolean {
  const words = comparable(title ?? '').slice(0, 60)
  return (
    words.length >= 12 &&
    comparable(source.slice(Math.max(0, at - near), at + near)).includes(words)
  )
}

/** The paragraphs of a text in HTML or with line breaks, each as one line. */
function textParagraphs(text: string): string[] {
  return text
    .split(/<\/p>|<br\s*\/?>\s*<br\s*\/?>|\n{2,}/i)
    .map(textOfMarkup)
    .filter((line) => line !== '')
}
