/** LaTeX's accents and the combining character of each (LaTeX2e, "Accents"; btxdoc's special characters). */
export const accentOf: ReadonlyMap<string, string> = new Map([
  ['"', '\u0308'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['t', '\u0361'],
  ['h', '\u0309'],
  ['C', '\u030f'],
  ['G', '\u030f'],
  ['f', '\u0311'],
  ['textcommabelow', '\u0326'],
  ['textogonekcentered', '\u0328'],
])

/** What an accent is without a letter: `\~{}` and `\^{}` are how some write the signs themselves. */
const bareAccent: ReadonlyMap<string, string> = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0300', '`'],
  ['\u0301', '´'],
  ['\u0308', '¨'],
])

/** The first letter of a text under its accents; `ı` and `ȷ` have their dot taken already. */
export function accented(text: string, accents: string): string {
  if (text === '') return bareAccent.get(accents) ?? ''
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0)
  const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first
  return `${`${base}${accents}`.normalize('NFC')}${text.slice(first.length)}`
}
