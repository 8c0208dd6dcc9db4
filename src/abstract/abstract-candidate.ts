import type { Removed, Section } from '../item/record.ts'
import type { Block } from '../text/block.ts'
import { comparable } from '../text/comparable.ts'
import { languageOf } from '../text/language.ts'
import { readSections } from './sections.ts'

/** How an abstract was found; the order is how far each is trusted before anything else is known. */
export type Finding =
  | 'portal'
  | 'platform'
  | 'labelled'
  | 'named'
  | 'metadata'
  | 'script'
  | 'description'
  | 'prose'

/** One text that may be the abstract. */
export interface AbstractCandidate {
  finding: Finding
  /** For the reader: `section "Abstract"`, `.abstractSection`, `citation_abstract`. */
  source: string
  sections: Section[]
  /** All sections' words, folded, without anything else: for comparing candidates. */
  readonly words: string
  /** The language it is written in, BCP 47, where its words tell. */
  readonly language: string | undefined
  removed: Removed[]
  /** The blocks it was read from, so that a part of them can be taken. */
  blocks: readonly Block[]
  /** The page's block at which it begins; none for what is not on the page. */
  at?: number
  /** What the page says for it: `keywords below`, `authors above`. */
  signs?: readonly Sign[]
}

/** Something round an unlabelled text that tells whether it is the abstract. */
export type Sign =
  | 'keywords-below'
  | 'authors-above'
  | 'body-below'
  | 'references-below'
  | 'in-body'
  | 'many-paragraphs'

/** A candidate from blocks; undefined where nothing is left of them. */
export function candidateOf(
  finding: Finding,
  source: string,
  blocks: readonly Block[],
  at?: number,
): AbstractCandidate | undefined {
  const { sections, removed } = readSections(blocks)
  if (sections.length === 0) return undefined
  let words: string | undefined
  let language: { is: string | undefined } | undefined
  const candidate: AbstractCandidate = {
    finding,
    source,
    sections,
    get words() {
      words ??= wordsOf(sections)
      return words
    },
    get language() {
      language ??= { is: languageOf(sections.map(({ text }) => text).join(' ')) }
      return language.is
    },
    removed,
    blocks,
  }
  if (at !== undefined) candidate.at = at
  return candidate
}

/** The letters and digits of a text, folded: two copies of one abstract compare equal whatever their spacing. */
export function wordsOf(sections: readonly Section[]): string {
  return comparable(sections.map((section) => `${section.label ?? ''} ${section.text}`).join(' '))
}

/** How many characters a candidate has, without its labels. */
export function lengthOf({ sections }: AbstractCandidate): number {
  return sections.reduce((sum, { text }) => sum + text.length, 0)
}

/** True for a text that is long enough, and finished: nothing else that begins where it does can be better. */
export function isSound(candidate: AbstractCandidate): boolean {
  const text = candidate.sections.at(-1)?.text ?? ''
  return lengthOf(candidate) >= 250 && /[.!?)\]”"。]$/u.test(text) && !/(?:…|\.\.\.)$/u.test(text)
}
