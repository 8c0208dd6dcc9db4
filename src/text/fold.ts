/** Letters that NFKD leaves whole although readers take them for an accented one, and marks typed in several ways. */
const alike: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

/**
 * Text as comparisons and searches see it: lower case, Latin, Greek and Cyrillic letters without their
 * diacritics, compatibility forms (ligatures, full-width letters, superscripts) plain, one kind of
 * apostrophe, quotation mark and hyphen, nothing invisible. Marks of other scripts are letters and stay.
 */
export function fold(text: string): string {
  // Most texts are ASCII, and nothing but their case changes.
  if (isAscii(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[æœøßłđðþħıŋŧς‘’ʼ“”‐‒–—−]/g, (letter) => alike[letter] ?? letter)
    .normalize('NFC')
}

/** True for text of ASCII characters alone. */
export function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text)
}
