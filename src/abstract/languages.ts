import type { Section, Translation } from '../item/record.ts'
import { languageOf } from '../text/language.ts'
import { weightOf } from '../text/weight.ts'

/**
 * A paragraph that says less than this, in characters of Latin script, does not tell its language; it goes with the one
 * before it.
 */
const least = 100

/** An abstract in one language, and the others that stood in the same element. */
export interface PartedLanguages {
  kept: Section[]
  /** The language of what was kept, where its words tell. */
  language: string | undefined
  translations: Translation[]
}

/**
 * Parts an abstract that is given in several languages one after the other: the page's language is kept, or else the
 * first. A text in one language comes back as it is.
 */
export function partLanguages(
  sections: readonly Section[],
  wanted: string | undefined,
): PartedLanguages {
  const whole = { kept: [...sections], language: undefined, translations: [] }
  if (sections.length === 1 && !sections[0]?.text.includes('\n\n')) return whole
  // Where the beginning and the end are of one language, all is; nearly every abstract is done with here.
  const long = sections
    .flatMap(({ text }) => text.split('\n\n'))
    .filter((paragraph) => weightOf(paragraph) >= least)
  const ends = [long[0]?.slice(0, 300), long.at(-1)?.slice(-300)].map(languageOfSample)
  if (ends[0] === ends[1]) return whole
  const pieces = sections.flatMap(({ label, text }) =>
    text.split('\n\n').map((paragraph, i): Section & { language: string | undefined } => ({
      ...(i === 0 && label !== undefined && { label }),
      text: paragraph,
      language: weightOf(paragraph) >= least ? languageOf(paragraph) : undefined,
    })),
  )
  const languages = [...new Set(pieces.flatMap(({ language }) => language ?? []))]
  if (languages.length < 2) return whole
  let running = pieces.find(({ language }) => language !== undefined)?.language ?? ''
  const byLanguage = new Map<string, Section[]>()
  for (const { language, ...piece } of pieces) {
    running = language ?? running
    const own = byLanguage.get(running) ?? []
    byLanguage.set(running, own)
    const last = own.at(-1)
    if (last && piece.label === undefined) last.text += `\n\n${piece.text}`
    else own.push(piece)
  }
  const primary = wanted?.slice(0, 2).toLowerCase()
  const chosen = primary !== undefined && byLanguage.has(primary) ? primary : languages[0]
  return {
    kept: byLanguage.get(chosen ?? '') ?? [],
    language: chosen,
    translations: [...byLanguage].flatMap(([language, own]) =>
      language === chosen ? [] : [{ language, sections: own }],
    ),
  }
}

function languageOfSample(text: string | undefined): string | undefined {
  return text === undefined ? undefined : languageOf(text)
}
