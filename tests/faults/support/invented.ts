import type { Capture } from '../../../src/capture/page-kind.ts'

/** The DOI of an invented paper. */
export const doiOf = (n: number): string => `10.5555/fault.${n}`

/** An invented paper as a capture; each number is another paper, and no two of them look alike. */
export function invented(n: number): Capture {
  const url = `https://faults.example/${n}`
  const text = `The ${n}th tide came ${n} minutes late, which nobody at the mole could explain.`
  return {
    kind: 'abstract',
    reason: 'tags-and-abstract',
    item: {
      type: 'article-journal',
      title: `Tide number ${n} at the mole`,
      author: [{ family: `Keeper${n}`, given: 'Ada' }],
      issued: { 'date-parts': [[1900 + (n % 120)]] },
      DOI: doiOf(n),
      abstract: text,
    },
    sections: [{ text }],
    publicationTypes: [],
    identifiers: [`doi:${doiOf(n)}`, `url:${url}`],
    source: {
      url,
      portal: 'generic',
      capturedAt: '2026-11-24T10:00:00.000Z',
      fields: {},
      removed: [],
      doubts: [],
    },
  }
}

/** The captures of a range of numbers. */
export function inventedFrom(first: number, count: number): Capture[] {
  return Array.from({ length: count }, (_, i) => invented(first + i))
}

/** The same paper as a page of a journal that nobody told the extension of. */
export function inventedPage(n: number): { url: string; html: string } {
  const { item, source } = invented(n)
  const html = `<!doctype html><html lang="en"><head><title>${item.title}</title>
<meta name="citation_title" content="${item.title}"><meta name="citation_author" content="Keeper${n}, Ada">
<meta name="citation_journal_title" content="Journal of Tides"><meta name="citation_publication_date" content="${item.issued?.['date-parts']?.[0]?.[0]}">
<meta name="citation_doi" content="${item.DOI}"></head>
<body><main><h1>${item.title}</h1><section class="abstract"><h2>Abstract</h2><p>${item.abstract} ${item.abstract}</p></section></main></body></html>`
  return { url: source.url, html }
}
