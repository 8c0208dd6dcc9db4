import { transliterate } from '../text/transliterate.ts'

/** Words that begin many titles and tell none apart, folded: English, German, French, Spanish. */
const stopWords = new Set(
  (
    'a an the and or nor but of in on at to from for with without by as is are be do does can how what when where which who whose why ' +
    'its their this that these those towards toward into between via about after before during under over ' +
    'der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im am auf aus bei mit nach fur uber durch ist sind wie was ' +
    'le la les l un une d du des de et ou en dans sur par pour avec sans au aux est sont que qui comment ' +
    'el los las una unos unas y o del al por para con sin es son como sobre entre se su sus lo s t'
  ).split(' '),
)

/** Long enough to tell a word, short enough to type. */
const longestWord = 40

/** True for an article, a preposition or the like, whatever its case. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word.toLowerCase())
}

/** A text's words in ASCII letters and digits, inline markup passed over; those that cannot be written so are left out. */
export function asciiWords(text: string): string[] {
  return transliterate(text.replace(/<\/?(?:i|b|sub|sup|sc)>/g, ''))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(asciiOnly)
    .filter((word) => word !== '')
}

/** A text as one word in ASCII letters and digits; empty where it cannot be written so. */
export function asciiWord(text: string): string {
  return asciiOnly(transliterate(text))
}

/** A title's words that tell it from others: no stop words, and no single letters or numbers where it has others. */
export function tellingWords(title: string): string[] {
  const words = asciiWords(title).filter((word) => !isStopWord(word))
  const whole = words.filter((word) => word.length > 1 && /[A-Za-z]/.test(word))
  return whole.length > 0 ? whole : words
}

function asciiOnly(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').slice(0, longestWord)
}
