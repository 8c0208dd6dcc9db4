/**
 * What a spreadsheet takes for the beginning of a formula, at a cell's beginning (OWASP, "CSV Injection"): the signs,
 * also in full width, tab, carriage return and line feed.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * A cell's text as RFC 4180 has it. One that a spreadsheet could take for a formula gets an apostrophe in front, and so
 * does one that begins with apostrophes and such a sign, so that taking one away gives every text back.
 */
export function cellOf(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text
  // Semicolons and tabs part cells where a spreadsheet is set to another language.
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** A cell's text without the apostrophe that guards a formula; any other apostrophe stays. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/** Texts as one cell, `; ` between them; a semicolon that belongs to a text has a backslash before it. */
export function listOf(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join('; ')
}

/** The texts of a cell as `listOf` writes them. */
export function itemsOf(cell: string): string[] {
  return (cell.match(/(?:[^\\;]|\\[\s\S]|\\$)+/g) ?? [])
    .map((text) => text.trim().replace(/\\([\s\S])/g, '$1'))
    .filter((text) => text !== '')
}
