/**
 * First parts that keep their hyphen whatever follows (`self-assessment`). Those that are as often written together
 * (`inter-`, `over-`, `multi-`) are not here: of `inter-⏎national` they would make two words.
 */
const compounding = new Set(
  'self non well ex quasi pseudo semi low high long short large small full half double single cross far ill one two three four five six seven eight nine ten first second third fourth early late'.split(
    ' ',
  ),
)

/** Words that look like endings. */
const words = new Set(
  'action section motion nation ration station option caption auction notion lotion potion portion caution formation rotation mutation variation relation location donation duration vacation taxation version vision mission session tension pension passion fusion cement moment segment fragment element comment garment payment city cities unity entity density quality equity science fence stance balance dance glance sequence silence essence table able noble double single angle triple apple little middle cycle number member order center water matter factor doctor motor sector actor'.split(
    ' ',
  ),
)

/** Ends of words that are no words themselves: what stands before them was cut by the typesetter. */
const endings =
  /^(?:\p{Ll}{0,4}ations?|\p{Ll}{0,3}(?:tions?|sions?|tional|tionally|ments?|mental|ities|ity|nesses|ness|ously|ious|eous|ances?|ences?|ically|istic|istics|isms?|izing|ising|ized|ised|ization|isation|tively|tive|tives|tures?|cally|ingly|edly)|ings?|ed|er|ers|es|ly|al|ally|ble|bly|bility|ic|ics|ical|ous|ant|ent|ate|ated|ates|ating|tic|tical|tein|teins|cal|nal|ral|tal|ial|ual|ular|ology|ologic|ological|graphic|graphy|metric|metry|tory|sory|ies|ied|gy|phy|thy|lar|tor|tors|ter|ters|ture|gle|ple|tle|dle|cle|ber|der|ger|ler|mer|ner|per|ser|ver)$/u

/** What follows a hyphen that stands for a word left out: `first- and second-line`. */
const joining = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|och|og|en|of)$/

const cut = /([\p{L}\p{N}]{1,40})[-\u2010][^\S\n]*\n\s*(?=([\p{L}\p{N}]{1,40}))/gu

/**
 * Words cut at the end of a line in one again, where the text is old and its lines are those of the printed page:
 * `hyphen-⏎ation`. A hyphen at a line's end may also be the word's own, so the join goes by evidence, first come first:
 *
 * 1. Not both small letters around it (`B-⏎cell`): the hyphen is kept, and only the line's end goes.
 * 2. `and`, `or`, `to` after it: it stands for a word left out, and is left as it is.
 * 3. The text has the whole word elsewhere (`hyphenation`): joined. It has the word with its hyphen: kept.
 * 4. The first part is one that makes compounds (`self-`, `well-`), or both parts are words of this text: kept.
 * 5. The second part is an ending that is no word (`ation`, `ment`): joined.
 * 6. Else kept: `well-⏎known` never becomes `wellknown`.
 */
export function joinHyphens(text: string): string {
  if (!/[-\u2010][^\S\n]*\n/.test(text)) return text
  const seen = new Set(
    text
      // The parts of a cut word are no evidence of words.
      .replace(/[\p{L}\p{N}]{1,40}[-\u2010][^\S\n]*\n\s*[\p{L}\p{N}]{1,40}/gu, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu),
  )
  return text.replace(cut, (whole, first: string, second: string) => {
    if (!/\p{Ll}$/u.test(first) || !/^\p{Ll}/u.test(second)) return `${first}-`
    if (joining.test(second)) return whole
    const [before, after] = [first.toLowerCase(), second.toLowerCase()]
    if (seen.has(before + after)) return first
    if (seen.has(`${before}-${after}`) || compounding.has(before)) return `${first}-`
    if (seen.has(before) && seen.has(after)) return `${first}-`
    return endings.test(after) && !words.has(after) ? first : `${first}-`
  })
}
