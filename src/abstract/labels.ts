/** Headings under which a page shows the abstract itself, in the languages of the portals we read. */
const abstractHeading =
  /^(?:(?:main |article |paper |english |structured )?abstracts?|summary|synopsis|a b s t r a c t|zusammenfassung|kurzfassung|abstrakt|résumé|resumé|resumen|resumo|riassunto|sommario|samenvatting|sammanfattning|sammendrag|resumé|tiivistelmä|özet|öz|streszczenie|абстракт|аннотация|резюме|реферат|摘要|要旨|要約|抄録|초록|الملخص)(?:\s*[/|]\s*(?:abstract|summary|resumen|resumo|résumé))?(?:\s*\((?:in )?[a-z]{2,10}\))?\s*[:.：]?$/iu

/** Headings of what stands beside an abstract, shares its class and is none. */
const besideHeading =
  /^(?:highlights?|graphical abstract|visual abstract|video abstract|author'?s?'? summary|editor'?s?'? summary|lay (?:summary|abstract)|plain[- ]language (?:summary|abstract)|significance(?: statement)?|popular summary|digest|elife digest|in brief|key (?:points?|messages?|findings)|what is (?:already )?known.*|this week in .*|teaser|translational abstract|impact statement|one[- ]sentence summary|abbreviations.*|social media abstract|tweetable abstract|non-?technical summary|toc graphic|contents entry)\s*[:.]?$/iu

/** Headings that end an abstract. */
const afterHeading =
  /^(?:\d{1,2}\.?\s+)?(?:introduction|key ?words?(?: .{0,30})?|index terms.*|author keywords|subject(?:s| (?:terms|headings|areas?))|mesh (?:terms|headings|.{0,20})|substances|publication types|references(?: and notes)?|bibliography|literature cited|cited by.*|citations?|citing articles?|article (?:info(?:rmation)?|history|notes|metrics|outline|menu|data|tools)|author (?:information|affiliations|notes|contributions)|authors?(?: and affiliations)?|affiliations|acknowledge?ments?|funding(?: information| statement)?|conflicts? of interests?(?: statement)?|competing interests?(?: statement)?|declarations?.*|ethics.*|data availability.*|supplement(?:ary|al) (?:materials?|information|data)|supporting information|figures?(?: .{0,30})?|tables?|similar articles|related (?:articles?|content|papers|works?|information|publications)|recommended.*|citation|how to cite.*|cite this.*|copyright.*|rights.*|license|licence|full text(?: links)?|access(?:ibility)?.*|download.*|share.*|comments?|metrics|more|about(?: this.*)?|additional information|publication (?:history|details|dates?)|submission history|bibliographic (?:information|references.*)|document (?:type|information)|jel (?:classification|codes?)|contents|outline|navigation|previous article|next article|see also|links?|linkout.*|pubmed commons|personalised recommendations|notes|tools|search|sign in|log ?in|buy.*|get (?:access|full text).*|preview.*|subjects?|topics?|categories|tags|views|statistics|files?|versions?|history|palabras clave.*|palavras[- ]chave.*|mots[- ]clés.*|schlüsselwörter.*|schlagwörter|literatur|referencias|referências)\s*[:.：]?$/iu

/** True for a heading under which the abstract stands. */
export function isAbstractHeading(text: string): boolean {
  return text.length <= 60 && abstractHeading.test(text)
}

/** True for a heading of what is beside the abstract: highlights, lay summaries, digests. */
export function isBesideHeading(text: string): boolean {
  return text.length <= 80 && besideHeading.test(text.replace(/[’‘]/g, "'"))
}

/** True for a heading that ends the abstract. */
export function isAfterHeading(text: string): boolean {
  // What ends in a full stop is a sentence, however it begins (`Access to slate differs by parish.`).
  return text.length <= 80 && !/\p{L}{3,}\.$/u.test(text) && afterHeading.test(text)
}

const part =
  '(?:(?:study |trial |research |clinical |main |primary |secondary |review |data |patient |key |specific |statistical )?(?:background|context|rationale|introduction|motivation|problem|importance|objectives?|aims?|goals?|purpose|hypothes[ie]s|questions?|design|settings?|location|participants?|patients?|subjects?|animals?|population|samples?|materials?|methods?|methodology|approach|procedures?|techniques?|interventions?|exposures?|measure(?:ment)?s?|outcomes?(?: measures?)?|end ?points?|analys[ie]s|(?:data )?sources?|(?:study |data )?selection|(?:data )?extraction|(?:data )?synthesis|eligibility criteria|search strategy|results?|findings?|observations?|discussions?|conclusions?|interpretations?|implications?|limitations?|strengths and limitations|significance|relevance(?: to .{3,30})?|applications?|practice|perspectives?|funding|ethics(?: and dissemination)?|search methods?|selection criteria|data collection(?: and analysis)?|authors?.? conclusions?|plain language summary of results|(?:trial |clinical |study |systematic review )?registration(?: number)?|trial identifier|availability(?: and implementation)?|implementation|contact|supplementary information|case(?: report| presentation| description| summary)?|diagnos[ie]s|treatment|evidence acquisition|evidence synthesis|evidence|level of evidence|originality(?:\\/value)?|value|design\\/methodology\\/approach|practical implications|research limitations\\/implications|social implications|hintergrund|fragestellung|ziel(?:e|setzung)?|methoden?|methodik|ergebnisse?|schlussfolgerung(?:en)?|diskussion|einleitung|contexte|objectifs?|méthodes?|résultats?|antecedentes|objetivos?|métodos?|metodología|resultados?|conclusiones|conclusión|conclusões|conclusão|introdução|introducción|materiais e métodos|material y métodos|obiettivi|metodi|risultati|conclusioni))'

const label = `${part}(?:(?:\\s*[,/&]\\s*(?:and )?|\\s+(?:and|und|et|y|e|of|for|with)\\s+)${part}){0,5}(?:\\s*\\([^()]{1,30}\\))?`

const wholeLabel = new RegExp(`^${label}\\s*[:.：]?$`, 'iu')
const leadingLabel = new RegExp(`^(${label})\\s*(?:[:：]|\\s[—–-]{1,2}\\s|\\.?—)\\s*`, 'iu')

/** A section label of a structured abstract without its colon (`Aims and methods`), or undefined. */
export function asSectionLabel(text: string): string | undefined {
  return text.length <= 90 && wholeLabel.test(text.trim())
    ? text.trim().replace(/\s*[:.：]$/u, '')
    : undefined
}

/** A section label with its colon at the beginning of a text, and the rest of the text. */
export function splitLeadingLabel(text: string): { label: string; rest: string } | undefined {
  const match = leadingLabel.exec(text.slice(0, 140))
  return match?.[1] ? { label: match[1], rest: text.slice(match[0].length) } : undefined
}

const innerLabel = new RegExp(`(?<=[.!?)\\]"”]\\s{1,2})(?=${label}\\s*[:：]\\s*\\S)`, 'giu')

/**
 * The places inside a text at which a further section begins (`… 2011. METHODS: We …`), as offsets.
 * Only labels with a colon after a sentence's end count.
 */
export function innerLabels(text: string): number[] {
  return [...text.matchAll(innerLabel)].map((match) => match.index)
}
