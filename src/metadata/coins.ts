import type { Name } from '../item/item.ts'
import { parseName } from '../item/name.ts'
import { isForm } from '../text/element-name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from './candidate.ts'
import { pagesOf } from './highwire.ts'

const textKeys: readonly (readonly [string, TextField])[] = [
  ['rft.atitle', 'title'],
  ['rft.jtitle', 'container-title'],
  ['rft.stitle', 'container-title-short'],
  ['rft.volume', 'volume'],
  ['rft.issue', 'issue'],
  ['rft.pages', 'page'],
  ['rft.issn', 'ISSN'],
  ['rft.isbn', 'ISBN'],
  ['rft.pub', 'publisher'],
]

/** What one COinS span says (OpenURL in `<span class="Z3988" title="…">`); a page with several lists many papers and says nothing of its own. */
export function readCoins(document: Document): Candidate[] {
  const spans = document.getElementsByClassName('Z3988')
  const [span] = spans.length === 1 ? spans : []
  const title = span && !isForm(span) ? span.getAttribute('title') : undefined
  if (!title) return []
  const values = new URLSearchParams(title)
  const candidates = textKeys.flatMap(([key, field]) =>
    textCandidate(field, values.get(key) ?? undefined, `COinS ${key}`),
  )
  for (const id of values.getAll('rft_id')) {
    if (/10\.\d{4,9}\//.test(id)) candidates.push(...textCandidate('DOI', id, 'COinS rft_id'))
    const pmid = /^info:pmid\/(\d+)$/.exec(id)?.[1]
    candidates.push(...textCandidate('PMID', pmid, 'COinS rft_id'))
  }
  const last = values.get('rft.aulast')
  const names: Name[] = values.getAll('rft.au').flatMap((name) => parseName(name) ?? [])
  if (names.length === 0 && last)
    names.push(
      values.get('rft.aufirst')
        ? { family: last, given: values.get('rft.aufirst') ?? '' }
        : { family: last },
    )
  candidates.push(...namesCandidate('author', names, 'COinS rft.au'))
  candidates.push(...dateCandidate(values.get('rft.date') ?? undefined, 'COinS rft.date'))
  candidates.push(
    ...pagesOf(
      values.get('rft.spage') ?? undefined,
      values.get('rft.epage') ?? undefined,
      'COinS rft.spage',
    ),
  )
  return candidates
}
