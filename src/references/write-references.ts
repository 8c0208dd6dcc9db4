import { yearOf } from '../item/date.ts'
import type { LibraryRecord } from '../item/record.ts'
import type { CitationEngine, CslNode, EngineMaker } from './engine.ts'
import { type EntryParts, htmlParts, textParts } from './entry-parts.ts'
import type { ReferenceLanguage } from './languages.ts'
import { htmlOf, ownHtml } from './own-html.ts'
import { type Packed, unpack } from './packed.ts'
import { plainItem, referenceItem } from './reference-item.ts'

/** References as plain text, one a line, and as HTML: a part of a line where there is one, a paragraph each where there are several. */
export interface References {
  text: string
  html: string
}

/** What references are written with. */
export interface ReferenceTools {
  engine: EngineMaker
  style: Packed
  /** True where the style has a place for articles' numbers. */
  articleNumbers: boolean
  /** The locales that the style may ask for: American English, and the language that is wanted or that the style has. */
  locales: { readonly [language: string]: Packed }
  language: ReferenceLanguage
  /** Lets others have their turn, between two pieces of the work. */
  pause?: () => Promise<void>
  /** Is told how far the work has come, twenty times at most. */
  told?: (done: number, of: number) => void
  /** Ends the work between two pieces, with its reason as the error. */
  signal?: AbortSignal
}

/** Papers between two pauses: some 50 ms of work. */
const piece = 10

/** An entry of which the style shows nothing: empty beside its number, or what citeproc writes in its place. */
const nothing = /^$|\[CSL STYLE ERROR: /

/**
 * The references of papers as a style writes its list: in the style's order, or in that of the papers where the style numbers
 * them. A single one has no number. Throws where the engine cannot read the style.
 */
export async function writeReferences(
  records: readonly LibraryRecord[],
  tools: ReferenceTools,
): Promise<References> {
  const items = records.map((record, at) => referenceItem(record, String(at), tools.articleNumbers))
  let mode: 'text' | 'html' = 'text'
  const plain = items.map(plainItem)
  const locales = new Map<string, ReturnType<typeof unpack>>()
  const engine = new tools.engine(
    {
      retrieveItem: (id) => (mode === 'text' ? plain : items)[Number(id)] ?? missing(id),
      retrieveLocale(language) {
        const name = Object.hasOwn(tools.locales, language) ? language : 'en-US'
        const known = locales.get(name) ?? unpack(tools.locales[name] ?? missing(name))
        locales.set(name, known)
        return known
      },
    },
    forList(unpack(tools.style), items.length),
    tools.language,
  )
  const steps = stepper(tools, records.length)
  const ids = items.map(({ id }) => id)
  for (let known = piece; known < ids.length; known += piece) {
    engine.updateItems(ids.slice(0, known))
    await steps.known(known)
  }
  engine.updateItems(ids)

  const lines: { text: EntryParts; html: EntryParts }[] = []
  const written: string[] = []
  for (let isDone = false; !isDone; ) {
    mode = 'html'
    const page = nextPage(engine, mode, written)
    mode = 'text'
    const { entries } = nextPage(engine, mode, written)
    for (const [at, entry] of page.entries.entries()) {
      const html = htmlParts(entry)
      const text = textParts(entries[at] ?? '', html.number)
      const record = records[Number(page.ids[at])]
      lines.push(record && nothing.test(html.rest) ? bare(record, html.number) : { text, html })
    }
    written.push(...page.ids)
    isDone = page.isDone || page.ids.length === 0
    await steps.written(written.length)
  }
  return joined(lines)
}

/**
 * A style for a list alone. What it says of citations is half of all, and a list shows nothing of it but the letters that tell
 * years apart (2015a, 2015b): without such, or for one paper, citations are a title and no more.
 */
function forList(style: CslNode, papers: number): CslNode {
  const children = style.children.map((node) => {
    if (typeof node === 'string' || node.name !== 'citation') return node
    const hasLetters = node.attrs['disambiguate-add-year-suffix'] === 'true'
    return hasLetters && papers > 1 ? node : shortCitation
  })
  return { ...style, children }
}

const shortCitation: CslNode = {
  name: 'citation',
  attrs: {},
  children: [
    {
      name: 'layout',
      attrs: {},
      children: [{ name: 'text', attrs: { variable: 'title' }, children: [] }],
    },
  ],
}

/** The next entries behind those that are written already. */
function nextPage(engine: CitationEngine, format: 'text' | 'html', written: readonly string[]) {
  engine.setOutputFormat(format)
  // The last one is written once more, so that the engine knows whose name need not be said again.
  const overlap = written.length > 0 ? 1 : 0
  const made = engine.makeBibliography({
    page_start: written.at(-2) ?? true,
    page_length: piece + overlap,
  })
  if (!made) throw new Error('The style has no bibliography')
  const [{ entry_ids: ids, done }, entries] = made
  return {
    ids: ids.slice(overlap).map(([id = '']) => id),
    entries: entries.slice(overlap),
    isDone: done !== false,
  }
}

/** A paper of which the style has nothing to show: what there is of it. */
function bare(record: LibraryRecord, number: string): { text: EntryParts; html: EntryParts } {
  const { title, DOI: doi, URL: address } = record.item
  const where = doi === undefined ? (address ?? record.source.url) : `https://doi.org/${doi}`
  const rest = [title, yearOf(record.item), where].filter((each) => each !== undefined).join('. ')
  return { text: { number, rest }, html: { number, rest: htmlOf(rest) } }
}

function joined(lines: readonly { text: EntryParts; html: EntryParts }[]): References {
  const [only] = lines
  if (only && lines.length === 1) return { text: only.text.rest, html: ownHtml(only.html.rest) }
  const whole = ({ number, rest }: EntryParts) => (number === '' ? rest : `${number} ${rest}`)
  return {
    text: lines.map(({ text }) => whole(text)).join('\n'),
    html: lines.map(({ html }) => `<p>${ownHtml(whole(html))}</p>`).join('\n'),
  }
}

/** Writing takes longer than getting to know the papers: its steps count for two of three. */
function stepper({ told, pause, signal }: ReferenceTools, papers: number) {
  // A page that is told draws itself anew.
  let last = 0
  const step = async (done: number) => {
    if (done === papers || done - last >= papers / 20) {
      last = done
      told?.(Math.floor(done), papers)
    }
    await pause?.()
    signal?.throwIfAborted()
  }
  return {
    known: (count: number) => step(count / 3),
    written: (count: number) => step(count === papers ? papers : papers / 3 + (count * 2) / 3),
  }
}

function missing(what: string): never {
  throw new Error(`There is no ${what}`)
}
