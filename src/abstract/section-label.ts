/**
 * The labels of structured abstracts, as PubMed's records, the journals' instructions and the pages have them; one
 * line a language. A label may join several of them: `Aims and methods`.
 */
const known = new Set(
  [
    "background|context|rationale|introduction|motivation|problem|problem statement|importance|objective|objectives|aim|aims|goal|goals|purpose|hypothesis|hypotheses|question|questions|research question|design|setting|settings|location|participants|participant|patients|patient|subjects|subject|animals|population|sample|samples|material|materials|method|methods|methodology|approach|approaches|procedure|procedures|technique|techniques|intervention|interventions|exposure|exposures|measure|measures|measurement|measurements|outcome|outcomes|outcome measure|outcome measures|end point|end points|endpoint|endpoints|analysis|analyses|source|sources|data source|data sources|selection|extraction|synthesis|eligibility criteria|search strategy|search method|search methods|result|results|finding|findings|observation|observations|discussion|discussions|conclusion|conclusions|interpretation|interpretations|implication|implications|limitation|limitations|strengths and limitations|significance|relevance|application|applications|practice|perspective|perspectives|funding|primary funding source|ethics|ethics and dissemination|dissemination|selection criteria|data collection|data collection and analysis|author conclusions|authors conclusions|author’s conclusions|author's conclusions|authors’ conclusions|authors' conclusions|plain language summary of results|registration|registration number|registration information|registration identifier|classification of evidence|class of evidence|trial identifier|identifier|availability|availability and implementation|implementation|contact|supplementary information|case|cases|case report|case presentation|case description|case summary|case history|diagnosis|diagnoses|treatment|evidence|evidence acquisition|evidence synthesis|level of evidence|levels of evidence|originality|originality/value|value|design/methodology/approach|practical implications|research limitations/implications|social implications|scope|theory|model|main body|quality assessment|novelty|impact|learning points|recommendations|policy|contribution|contributions|summary|what was known|what this study adds",
    'hintergrund|fragestellung|ziel|ziele|zielsetzung|ziel der arbeit|methode|methoden|methodik|material|patienten|probanden|ergebnis|ergebnisse|schlussfolgerung|schlussfolgerungen|diskussion|einleitung|fazit|design',
    'contexte|objectif|objectifs|but|buts|méthode|méthodes|matériel|patients|résultat|résultats|discussion|conclusion|conclusions|introduction|position du problème',
    'antecedentes|introducción|objetivo|objetivos|método|métodos|metodología|material|materiales|pacientes|diseño|resultado|resultados|discusión|conclusión|conclusiones|fundamento|fundamentos|contexto',
    'introdução|objetivo|objetivos|método|métodos|metodologia|materiais|casuística|resultado|resultados|discussão|conclusão|conclusões|contexto|fundamento',
    'introduzione|obiettivo|obiettivi|scopo|metodo|metodi|materiali|risultati|discussione|conclusione|conclusioni|premessa',
    'achtergrond|doel|methode|methoden|resultaten|conclusie|conclusies|opzet',
    'bakgrund|bakgrunn|baggrund|syfte|hensikt|formål|metod|metode|metoder|resultat|resultater|slutsats|slutsatser|fortolkning|konklusjon|konklusion|tausta|tavoite|menetelmät|tulokset|johtopäätökset',
    'wstęp|cel|cel pracy|cele|materiał|metoda|metody|wyniki|wnioski|dyskusja|podsumowanie|úvod|cíl|metodika|výsledky|závěr|závěry',
    'giriş|amaç|yöntem|yöntemler|gereç|bulgular|sonuç|sonuçlar|tartışma',
    'введение|актуальность|цель|цели|цель исследования|задачи|материал|материалы|метод|методы|методика|результат|результаты|обсуждение|вывод|выводы|заключение|мета|матеріали|методи|результати|висновки',
    '背景|目的|方法|对象|資料|材料|结果|結果|结论|結論|讨论|討論|考察|意义|意義|はじめに|症例|対象|まとめ',
    '배경|목적|방법|연구방법|대상|결과|결론|고찰',
    'المقدمة|الهدف|الأهداف|الطرق|المنهجية|النتائج|الخلاصة|الاستنتاج|الاستنتاجات',
  ].flatMap((line) => line.split('|')),
)

/** What may stand before a label's noun: `Main results`, `Trial registration`. */
const before =
  /^(?:study|trial|research|clinical|main|primary|secondary|review|data|patient|key|specific|statistical|systematic review|principal|major|general|overall)\s+/

const joint =
  /\s*[,/&;]\s*(?:and |und |et |y |e )?|\s+(?:and|und|et|y|e|i|ve|og|och|en|и|та|of|for|with)\s+|[と及和]/

/** MDPI and others number the parts: `(1) Background`. */
const number = /^\(?\d{1,2}[.)]\s*/

/** The longest label, in characters. */
const longest = 90

/** True for the words of a label: `Aims and methods`, `Main outcome measures (MOM)`, `目的`. */
export function isSectionLabel(words: string): boolean {
  if (words.length > longest) return false
  const plain = words
    .replace(number, '')
    .replace(/\s*\([^()]{1,30}\)$/, '')
    .toLowerCase()
  if (isKnown(plain)) return true
  const parts = plain.split(joint)
  return parts.length > 1 && parts.length < 7 && parts.every(isKnown)
}

function isKnown(part: string): boolean {
  return (
    known.has(part) ||
    known.has(part.replace(before, '')) ||
    /^relevance to [^:.]{3,30}$/.test(part)
  )
}

/** A section label of a structured abstract without number, bracket and colon (`Aims and methods`), or undefined. */
export function asSectionLabel(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/\s*[:.：]$/u, '')
    .replace(number, '')
  const bare = /^[【［[](.{1,60})[】］\]]$/u.exec(words)?.[1]?.trim() ?? words
  return isSectionLabel(bare) ? bare : undefined
}

/** A section label with its colon at the beginning of a text, and the rest of the text. */
export function splitLeadingLabel(text: string): { label: string; rest: string } | undefined {
  const bracket = /^[【［]([^】］]{1,60})[】］]\s*/u.exec(text)
  if (bracket?.[1] && isSectionLabel(bracket[1].trim()))
    return { label: bracket[1].trim(), rest: text.slice(bracket[0].length) }
  const head = text.slice(0, longest + 10)
  for (const mark of head.matchAll(/\s*[:：]\s*|\s[—–-]{1,2}\s+|\s*\.?—\s*/g)) {
    const label = head.slice(0, mark.index).replace(number, '')
    if (label !== '' && isSectionLabel(label))
      return { label, rest: text.slice(mark.index + mark[0].length) }
    // A label has no sentence in it, and few have two of these signs.
    if (mark.index > longest || /[.!?]\s/.test(label)) break
  }
  return undefined
}

/** Where a sentence begins with a few words and a colon. */
const afterSentence =
  /(?<=[.!?。)\]”"]\s{0,2})(?:\(?\d{1,2}[.)]\s*)?(\p{L}[^.:：;!?()]{0,80}(?:\([^()]{1,30}\))?)\s*[:：]\s*\S/gu

/**
 * The places inside a text at which a further section begins (`… 2011. METHODS: We …`), as offsets: labels with a colon
 * after a sentence's end, and labels that the page sets off (`<i>Approach.</i>`), which are given as `runs`.
 */
export function innerLabels(text: string, runs: readonly string[] = []): number[] {
  const found = new Set<number>()
  if (/[:：]/.test(text)) {
    for (const match of text.matchAll(afterSentence))
      if (isSectionLabel((match[1] ?? '').trim())) found.add(match.index)
  }
  for (const match of text.matchAll(/[【［]([^】］]{1,60})[】］]/g))
    if (match.index > 0 && isSectionLabel((match[1] ?? '').trim())) found.add(match.index)
  let from = 0
  for (const run of runs) {
    if (asSectionLabel(run) === undefined) continue
    const at = text.indexOf(run, from)
    if (at < 1) continue
    from = at + run.length
    const begin =
      at -
      (/(?:\(?\d{1,2}[.)] ?)?(?:<\w+>)?$/.exec(text.slice(Math.max(0, at - 12), at))?.[0].length ??
        0)
    if (/[.!?。)\]”"]\s*$/u.test(text.slice(Math.max(0, begin - 4), begin))) found.add(begin)
  }
  const cuts = [...found].sort((a, b) => a - b)
  // `(2) Methods:` is one label, though it could begin behind its number.
  return cuts.filter((cut, i) => !/^\(?\d{1,2}[.)] ?$/.test(text.slice(cuts[i - 1] ?? cut, cut)))
}

/** Labels with which a structured abstract begins: never `Results`, which begins a paper's body too. */
export function isFirstLabel(label: string): boolean {
  return /^(?:study |clinical )?(?:background|context|rationale|motivation|importance|objective|aim|goal|purpose|hypothes|question|problem|hintergrund|fragestellung|ziel|contexte|objectif|antecedentes|objetivo|obiettivi|scopo|актуальность|цель|背景|目的|배경|목적|amaç|cel\b)/i.test(
    label,
  )
}
