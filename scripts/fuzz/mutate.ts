// Files of references that went wrong: made out of whole ones, the same for the same seed and number.
import { random } from '../bench/invented-library.ts'

type Next = () => number

/** What readers trip over: what begins and ends things in some format, names that objects inherit, halves of characters. */
const tokens = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '`',
  ',',
  ';',
  ':',
  '=',
  '#',
  '%',
  '&',
  '\\',
  '$',
  '~',
  '^',
  '_',
  '|',
  '@',
  '/',
  '<',
  '>',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\u0000',
  '\u2028',
  '\u00ad',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\u0301',
  '王',
  '🧬',
  'İ',
  'ß',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '"__proto__":{"polluted":1},',
  '__proto__ = {x},',
  '@article{',
  '@string{a = a # a}',
  '@comment{',
  '@preamble{',
  ' # ',
  ' and ',
  ' and others',
  'crossref = {x},',
  'author = {',
  'keywords={a;b}',
  '$_{\\textrm{',
  '}}$',
  '\\"{',
  '\\v ',
  '\\textit{',
  '\\begin{',
  '\\par',
  '{\\em ',
  '$$',
  '\\(',
  '\\)',
  '--',
  '``',
  'TY  - ',
  'ER  - ',
  '\nTY  - JOUR\n',
  '\nER  - \n',
  '\nAU  - ',
  '\nDP  - Offprint\n',
  '\nN1  - RAYYAN-INCLUSION: {"',
  '\nPMID- ',
  '\nOWN - OFFPRINT\n',
  '\nFAU - ',
  '\n      ',
  '\nDP  - ',
  '[{',
  '}]',
  '{}',
  '[]',
  'null',
  'true',
  '-1e999',
  '1e5',
  '"a":',
  '\\u0000',
  '\\ud800',
  '"type":"article"',
  '"date-parts":[[',
  '"custom":{"schema":1,',
  '"records":[',
  '"format":"offprint","schema":1,',
  '"a","b"',
  '""',
  "'=1+1",
  'title,doi',
  'NA',
  '\\|',
  '\\;',
  '<i>',
  '</i>',
  '<sc>',
  '&amp;',
  '&#x0;',
  '&#9999999;',
  '<jats:p>',
  '0000',
  '99999',
  '2020-02-30',
  '2020/13/45',
] as const

const longest = 3_000
const long = 20_000
const giant = 500_000

/** The n-th broken file of a seed, out of whole ones of its format and of others. */
export function brokenFile(
  n: number,
  seed: number,
  own: readonly string[],
  others: readonly string[],
): { text: string; next: Next } {
  const next = random(Math.imul(n + 1, 0x9e3779b1) ^ seed)
  if (next() < 0.03) return { text: noise(next), next }
  let text = pick(own, next)
  // A whole file is read quickly only while it is short, and a hundred thousand of them are read.
  if (text.length > longest) text = cutOut(text, longest, next)
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    text = pick(mutations, next)(text, next, others)
    if (text.length > long) text = text.slice(0, long)
  }
  return { text: next() < 0.0003 ? grown(text, giant, next) : text, next }
}

const mutations: readonly ((text: string, next: Next, others: readonly string[]) => string)[] = [
  // A token in the middle, or in place of something.
  (text, next) => at(text, next, pick(tokens, next), 0),
  (text, next) => at(text, next, pick(tokens, next), 1 + Math.floor(next() * 4)),
  // A character that is another one.
  (text, next) => at(text, next, String.fromCharCode(Math.floor(next() ** 4 * 0x10000)), 1),
  // Cut off, at the end or at the beginning.
  (text, next) => text.slice(0, Math.floor(next() * text.length)),
  (text, next) => text.slice(Math.floor(next() * text.length)),
  // Something missing, something twice or many times.
  (text, next) => at(text, next, '', 1 + Math.floor(next() * 40)),
  (text, next) => {
    const again = cutOut(text, 1 + Math.floor(next() * 200), next)
    return at(text, next, again.repeat(1 + Math.floor(next() ** 4 * 40)), 0)
  },
  // Deep nesting.
  (text, next) => {
    const [open, close] = pick(brackets, next)
    const depth = 1 + Math.floor(next() ** 3 * 1_500)
    return at(text, next, open.repeat(depth) + (next() < 0.5 ? close.repeat(depth) : ''), 0)
  },
  // A field that is far too long.
  (text, next) => (next() < 0.1 ? grown(text, long, next) : at(text, next, pick(tokens, next), 0)),
  // The middle of another format's file.
  (text, next, others) => at(text, next, cutOut(pick(others, next), 600, next), 0),
  // Lines in another order.
  (text, next) => {
    const lines = text.split('\n')
    const from = Math.floor(next() * lines.length)
    const [line = ''] = lines.splice(from, 1)
    lines.splice(Math.floor(next() * lines.length), 0, line)
    return lines.join('\n')
  },
  // Other line ends.
  (text, next) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', ' '], next)),
]

const brackets = [
  ['{', '}'],
  ['[', ']'],
  ['{"a":', '}'],
  ['(', ')'],
  ['<i>', '</i>'],
  ['$_{\\textrm{', '}}$'],
  ['\\textit{', '}'],
  ['"', '"'],
  ['\\', ''],
] as const

/** The bytes of a text in one of the encodings that files come in, some of them changed, in pieces cut anywhere. */
export function brokenBytes(text: string, next: Next): Uint8Array[] {
  const encoding = next()
  const bytes =
    encoding < 0.5
      ? new TextEncoder().encode(text)
      : encoding < 0.75
        ? Uint8Array.from(text, (character) => character.charCodeAt(0))
        : wide(text, next() < 0.5, next() < 0.5)
  for (let flips = Math.floor(next() ** 2 * 6); flips > 0 && bytes.length > 0; flips--)
    bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  const pieces: Uint8Array[] = []
  const most = 1 + Math.floor(next() ** 2 * (bytes.length + 10))
  for (let from = 0; from < bytes.length; from += most)
    pieces.push(bytes.subarray(from, from + most))
  return pieces.length > 300 ? [bytes] : pieces
}

/** A text in pieces cut anywhere. */
export function brokenPieces(text: string, next: Next): string[] {
  const size = 1 + Math.floor(next() ** 2 * (text.length + 10))
  if (text.length / size > 300) return [text]
  const pieces: string[] = []
  for (let from = 0; from < text.length; from += size) pieces.push(text.slice(from, from + size))
  return pieces
}

/** UTF-16 with or without its mark. */
function wide(text: string, isLittle: boolean, isMarked: boolean): Uint8Array {
  const whole = isMarked ? `\ufeff${text}` : text
  const bytes = new Uint8Array(whole.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < whole.length; i++) view.setUint16(i * 2, whole.charCodeAt(i), isLittle)
  return bytes
}

function noise(next: Next): string {
  let text = ''
  for (let length = Math.floor(next() * 60); length > 0; length--)
    text +=
      next() < 0.6 ? pick(tokens, next) : String.fromCharCode(Math.floor(next() ** 3 * 0x10000))
  return text
}

function grown(text: string, length: number, next: Next): string {
  const part = next() < 0.5 ? pick(tokens, next) : cutOut(text, 50, next)
  const often = Math.floor(length / Math.max(1, part.length))
  return at(text, next, part.repeat(often), 0)
}

function at(text: string, next: Next, put: string, instead: number): string {
  const place = Math.floor(next() * (text.length + 1))
  return text.slice(0, place) + put + text.slice(place + instead)
}

function cutOut(text: string, length: number, next: Next): string {
  const from = Math.floor(next() * Math.max(1, text.length - length))
  return text.slice(from, from + length)
}

function pick<T>(list: readonly T[], next: Next): T {
  return list[Math.floor(next() * list.length)] as T
}
