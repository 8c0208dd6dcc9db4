import { withoutInline } from './markup.ts'

/** A part of a formula on its way into a line of text. */
export interface Piece {
  text: string
  /** How it stands to its neighbours; `apart` is a fraction or a root, which needs brackets beside another factor. */
  sort: 'ordinary' | 'relation' | 'name' | 'space' | 'script' | 'apart'
  /** An `apart` piece in brackets, and whether it needs them after a factor too. */
  guarded?: string
  guardsBefore?: boolean
}

/**
 * Pieces as one line: relations and names of functions stand off by a space, except in a script; a fraction or a
 * root gets brackets where a factor touches it; `<` never makes a tag of ours with what follows.
 */
export function lineOf(pieces: readonly Piece[], inScript = false): string {
  let line = ''
  pieces.forEach((piece, i) => {
    const next = pieces[i + 1]
    let text = piece.text
    if (piece.sort === 'apart') {
      const touched = /[\p{L}\p{M}\p{N}>)/]$/u.test(line.slice(-2))
      const touches = next !== undefined && beginsFactor(next)
      if ((touched && piece.guardsBefore) || touches) text = piece.guarded ?? text
    }
    if (piece.sort === 'space') text = ' '
    if (piece.sort === 'relation' && line.trim() !== '' && next && !inScript) text = ` ${text} `
    if (piece.sort === 'name') {
      if (text !== '' && /[\p{L}\p{N}>)]$/u.test(line)) text = ` ${text}`
      if (next && beginsFactor(next) && !/^[([{]/.test(next.text)) text += ' '
    }
    // After a script of a function's name, as in log₂ n.
    if (piece.sort === 'script' && nameBefore(pieces, i) && next && beginsFactor(next)) text += ' '
    const isList = text === ',' && !inScript && next && next.sort !== 'space'
    if (isList && !/^[\p{N}]/u.test(/\p{N}$/u.test(line) ? next.text : '')) text = ', '
    if (text.endsWith('<') && next && /^[a-z/]/.test(next.text)) text += ' '
    line += text
  })
  return line.replace(/ {2,}/g, ' ')
}

function beginsFactor(piece: Piece): boolean {
  if (piece.sort === 'name' || piece.sort === 'apart') return piece.text !== ''
  return piece.sort === 'ordinary' && /^[\p{L}\p{N}√([{]/u.test(piece.text)
}

function nameBefore(pieces: readonly Piece[], at: number): boolean {
  let i = at
  while (pieces[i]?.sort === 'script') i--
  return pieces[i]?.sort === 'name'
}

/** A text in brackets unless it is one letter or one number. */
export function grouped(text: string): string {
  return /^(?:\p{L}\p{M}?|[\p{N}.]{1,12})$/u.test(text) ? text : `(${text})`
}

/** True where a numerator, a denominator or what stands under a root can be written in a line. */
export function isFlat(text: string): boolean {
  return !/[/√∛∜]/.test(withoutInline(text)) && withoutInline(text).length <= 16
}

/** `a/b`, for flat texts. */
export function fraction(above: string, below: string): Piece {
  const text = `${inFraction(above)}/${inFraction(below)}`
  return { text, sort: 'apart', guarded: `(${text})`, guardsBefore: true }
}

function inFraction(text: string): string {
  return /^[\p{L}\p{M}\p{N}.]*(?:<(su[bp])>[^<]*<\/\1>)*$/u.test(text) ? text : `(${text})`
}

/** `√x`, `∛x`; `index` is empty for the square root. */
export function root(of: string, index = ''): Piece | undefined {
  const sign = index === '' || index === '2' ? '√' : index === '3' ? '∛' : index === '4' ? '∜' : ''
  return sign === ''
    ? undefined
    : { text: sign + grouped(of), sort: 'apart', guarded: `${sign}(${of})` }
}

/** A letter with a combining accent; undefined where there is more than one letter. */
export function accented(letters: string, accent: string): string | undefined {
  // A dotless i carries its accent as i does.
  const letter = letters.replace(/^ı$/, 'i').replace(/^ȷ$/, 'j')
  return /^[\p{L}\p{N}]\p{M}?$/u.test(letter) ? `${letter}${accent}`.normalize('NFC') : undefined
}
