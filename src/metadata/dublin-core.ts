import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
  withEntities,
} from './candidate.ts'
import type { MetaIndex } from './meta-tags.ts'

/** Dublin Core elements and terms (dublincore.org/specifications/dublin-core/dcmi-terms); all are a last resort. */
const textElements: Readonly<Record<string, TextField>> = {
  title: 'title',
  publisher: 'publisher',
  language: 'language',
  abstract: 'abstract',
  'description.abstract': 'abstract',
  'source.issn': 'ISSN',
  'source.volume': 'volume',
  'source.issue': 'issue',
  'identifier.doi': 'DOI',
  'identifier.issn': 'ISSN',
  'identifier.pagenumber': 'page',
  'citation.volume': 'volume',
  'citation.issue': 'issue',
}

/** More languages than any repository gives an abstract in. */
const mostAbstracts = 8

const dateElements = [
  'date.issued',
  'issued',
  'date',
  'date.created',
  'created',
  'date.x-metadatalastmodified',
]

/** Who wrote it; eLife and some repositories name their authors as contributors and no creator at all. */
const authorElements = [
  ['creator', 'creator.personalname', 'contributor.author'],
  ['contributor'],
] as const

/** What `DC.*` and `DCTERMS.*` tags say. `DC.description` is the real abstract on OJS, cut off on some others. */
export function readDublinCore(tags: MetaIndex): Candidate[] {
  const found = new Map<string, { name: string; contents: readonly string[] }>()
  for (const [name, contents] of tags) {
    const element = /^(?:dc|dcterms)[.:](.+)$/.exec(name)?.[1]
    if (element && !found.has(element)) found.set(element, { name, contents })
  }
  if (found.size === 0) return []
  const text = (element: string, field: TextField): Candidate[] => {
    const hit = found.get(element)
    // A repository gives the abstract in each of its languages.
    const contents = hit?.contents.slice(0, field === 'abstract' ? mostAbstracts : 1) ?? []
    return contents.flatMap((content) => textCandidate(field, content, hit?.name ?? ''))
  }
  const candidates = Object.entries(textElements).flatMap(([element, field]) =>
    text(element, field),
  )
  candidates.push(...text('description', 'abstract'))
  // `DC.relation` names other papers: the preprint, the data, the paper that is corrected.
  for (const name of ['dc.identifier', 'dcterms.identifier', 'dc:identifier']) {
    for (const content of tags.get(name) ?? []) {
      if (/10\.\d{4,9}\//.test(content)) candidates.push(...textCandidate('DOI', content, name))
      const pmid = /^pmid:\s*(\d{1,9})$/i.exec(content.trim())?.[1]
      candidates.push(...textCandidate('PMID', pmid, name))
    }
  }
  candidates.push(...text('source', 'container-title').filter(({ text: name }) => isName(name)))
  for (const elements of authorElements) {
    const authors = elements.flatMap((element) => found.get(element) ?? [])
    candidates.push(
      ...namesCandidate(
        'author',
        authors.flatMap(({ contents }) =>
          contents.flatMap((content) => parseNameList(withEntities(content))),
        ),
        authors[0]?.name ?? 'dc.creator',
      ),
    )
  }
  for (const element of dateElements) {
    const hit = found.get(element)
    if (hit) candidates.push(...dateCandidate(hit.contents[0], hit.name))
  }
  const subjects = (found.get('subject')?.contents ?? []).map((subject) => subject.trim())
  candidates.push(...textCandidate('keyword', subjects.join(', '), 'dc.subject'))
  return candidates
}

/** `DC.source` is `Journal, Vol. 3 (2)` on Atypon and an address elsewhere: only a name will do. */
function isName(source: string): boolean {
  return /^[^\d:/]{3,120}$/.test(source)
}
