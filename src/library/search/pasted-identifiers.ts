import { cleanArxiv, cleanDoi, cleanPmcid, cleanPmid } from '../../item/identifier.ts'

/**
 * The identifiers of one paper that somebody pasted into the search in place of words, as `identifiersOf` gives them: a DOI, bare,
 * behind `doi:` or as an address; `PMID: 123`, `PMC123`, `arXiv:1706.03762`, and PubMed's and arXiv's addresses. A bare number is a
 * word or a year. Empty for anything else.
 */
export function pastedIdentifiers(text: string): string[] {
  const pasted = text.trim()
  if (!/^(?:10\.|doi|https?:|pmid|pmc|arxiv|\d{4}\.\d{4})/i.test(pasted)) return []
  const arxiv = cleanArxiv(pasted)
  if (arxiv) return [`arxiv:${arxiv.id}`]
  const doi = cleanDoi(pasted)
  if (doi !== undefined) return [`doi:${doi.toLowerCase()}`]
  const pmcid = cleanPmcid(pasted)
  if (/^(?:pmc|https?:)/i.test(pasted) && pmcid !== undefined) return [`pmcid:${pmcid}`]
  const pmid = /^(?:pmid|https?:)/i.test(pasted) ? cleanPmid(pasted) : undefined
  return pmid === undefined ? [] : [`pmid:${pmid}`]
}
