/** What begins lines that are no journal's name, though a number follows: `Volume 3`, `Published 2011`, `Received 4 May`. */
const notNames =
  /^(?:vol(?:ume)?s?|issues?|no|number|pages?|pp?|published|publication|posted|received|revised|accepted|available|updated|copyright|first|last|online|print|article|paper|chapter|section|part|figures?|tables?|references?|cited?|citations?|views?|downloads?|abstract|full|open|access|home|search|browse|current|archives?|table|contents?|by|and|the|from|on|in|at|date|year|doi|issn|isbn|e-?issn|pmid|e-?mail|tel|fax|phone|www|http|https|version|submitted|this|all|see|next|previous|share|download|save|print)$/i

/** Words that journals call themselves by. */
const journalWord =
  /(?<!\p{L})(?:journals?|reviews?|annals|annales|annalen|letters|lettere|proceedings|transactions|archives?|archiv|bulletin|acta|magazine|quarterly|advances|communications|reports|annual|zeitschrift|revista|revue|rivista|gazette|trends|perspectives|frontiers|chronicle|memoirs|plos|ieee|acm|acs|bmc|bmj|jama)(?!\p{L})/iu

/** Sites that put their own name where journals put theirs. */
const siteName =
  /^(?:welcome\b.*|sciencedirect|springerlink|springer(?: nature)?|nature research|pubmed(?: central)?|pmc|ncbi|europe pmc|wiley(?: online library)?|taylor (?:&|and) francis(?: online)?|jstor|oxford academic|cambridge (?:core|journals online)|ieee ?xplore.*|acm digital library|researchgate|semantic scholar|arxiv(?:\.org)?|biorxiv|medrxiv|ssrn|zenodo|hal|nber|repec|ideas|scielo|project muse|project euclid|citeseerx?|mendeley|academia(?:\.edu)?|google scholar|acs publications|annual reviews|sage journals|highwire|ingenta ?connect|bioone|doaj|philpapers|osf|figshare|wikipedia|acl anthology|frontiers|plos|bmc|mdpi|hindawi|sage|karger|elsevier|wiley|aip publishing|iop(?:science)?|bmj journals|jama network|cell press|emerald(?: insight)?|royal society publishing|the royal society|hogrefe|thieme|de gruyter|brill|copernicus|peter lang|.*reposit[oó]r\p{L}*.*|.*(?:archive|library|commons|server|database|portal|eprints|dspace|scholarship)|world scientific|digital commons|persée|cairn\.info)$/iu

const aMonth =
  /^(?:(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|november|december)$/i

/** True for a text that can be a journal's name: letters, at most fourteen words, nothing of a sentence or an address. */
export function isJournalName(text: string): boolean {
  if (text.length < 2 || text.length > 140 || /[@<>“”"«»]|https?:|www\.|:\s*$|\):/i.test(text))
    return false
  const words = text.split(/\s+/)
  if (words.length > 16 || !/^(?:\p{Lu}|\p{Ll}\p{Lu}|\p{Ll}{1,2}[A-Z]|\p{Lo})/u.test(text))
    return false
  const first = (words[0] ?? '').replace(/[^\p{L}-]/gu, '')
  if (
    notNames.test(first) &&
    (words.filter((word) => /\p{L}/u.test(word)).length === 1 ||
      !/^(?:the|open|current|part|archive|first|full|all)$/i.test(first))
  )
    return false
  // `Research Article Apr 18, 2019` and `W. Roe Published 1 April 1998` are dates with something in front.
  const last = words.at(-1) ?? ''
  if (aMonth.test(last) || /^(?:published|online|received|accepted|posted)$/i.test(last))
    return false
  return /\p{L}{2}/u.test(text) && !siteName.test(text) && !/[.!?]\s+\p{Ll}/u.test(text)
}

/** True for the name of a site that shows papers of many journals. */
export function isSiteName(text: string): boolean {
  return siteName.test(text.trim())
}

/** True for a name that holds a word that journals call themselves by. */
export function soundsLikeJournal(text: string): boolean {
  return isJournalName(text) && journalWord.test(text)
}

/** Words that abbreviations leave out. */
const small = /^(?:a|an|and|&|of|the|in|for|on|to|de|des|du|la|le|der|die|und|für|et|e|y)$/i

/**
 * True where `abbreviation` shortens `name`: each of its words begins one of the name's, in order and with none left
 * over (`Test. Chem. Phys.` for `Testing Chemistry and Physics`).
 */
export function isAbbreviationOf(abbreviation: string, name: string): boolean {
  const short = significant(abbreviation)
  const long = significant(name)
  return (
    short.length > 0 &&
    short.length === long.length &&
    short.join() !== long.join() &&
    short.every((word, i) => (long[i] ?? '').startsWith(word))
  )
}

function significant(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.test(word))
}

/** Words that stand in journals' abbreviations and in no language (ISO 4). */
const stump =
  /(?<!\p{L})(?:J|Proc|Natl|Acad|Sci|Clin|Med|Biol|Chem|Phys|Rev|Res|Am|Br|Eur|Int|Arch|Ann|Soc|Lett|Eng|Technol|Surg|Psychol|Mol|Exp|Appl|Environ|Ther|Immunol|Microbiol|Biochem|Genet|Neurosci|Pharmacol|Pathol|Bull|Trans|Syst|Comput|Educ|Econ|Stat|Math|Assoc|Univ|Z|Mech|Mater|Adv|Rep|Ecol|Evol|Epidemiol|Psychiatry|Investig|Virol|Physiol|Nutr|Dis)(?![\p{L}])\.?/u

/** True for a journal's name that is shortened, with full stops or as PubMed does it. */
export function isAbbreviated(name: string): boolean {
  return /\p{L}\.(?:\s|$)/u.test(name) || (stump.test(name) && /\s/.test(name))
}
