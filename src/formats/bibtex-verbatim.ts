import { cleanDoi } from '../item/identifier.ts'
import { collapse } from '../text/space.ts'
import { lineOfTex } from './bibtex-text.ts'

/** An address, a DOI or a number of an archive: signs mean themselves, but many programs escape them all the same. */
export function verbatimOfTex(tex: string): string {
  const text = collapse(tex.replace(/^\s*\\(?:url|path|nolinkurl)\s*(?=\{)/, ''))
  if (!/[\\{}]|\$[<>]\$/.test(text)) return text
  const signs = text
    .replace(/\\textasciitilde(?:\{\}|\s)?|\\~\{\}|\$\\sim\$/g, '~')
    .replace(/\\textunderscore(?:\{\})?/g, '_')
    .replace(/\$([<>])\$/g, '$1')
    .replace(/\\([%#&~_${}])/g, (_, sign: string) => encodeBrace(sign))
    .replace(/[{}]/g, '')
  return signs.includes('\\') ? lineOfTex(signs.replaceAll('~', '\\textasciitilde{}')) : signs
}

/** A DOI as it was before our writer encoded what would break an entry; `https://doi.org/` and `doi:` are left out. */
export function doiOfTex(tex: string): string {
  const text = verbatimOfTex(tex).replace(/%(20|7B|7D|5C)/g, (code) => decodeURIComponent(code))
  return text.startsWith('10.') ? text : (cleanDoi(text) ?? text)
}

function encodeBrace(sign: string): string {
  return sign === '{' ? '%7B' : sign === '}' ? '%7D' : sign
}
