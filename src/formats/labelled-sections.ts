import { abstractText } from '../item/abstract-text.ts'
import { parseSections } from '../item/parse.ts'
import type { LibraryRecord, Section } from '../item/record.ts'
import { tidy } from '../text/space.ts'

/** `BACKGROUND: …`, `MAIN OUTCOME MEASURE(S): …`: PubMed's labels, which are all capitals. */
const shouted = /^(\p{Lu}[\p{Lu}\p{M}\p{N} ,/&()’'-]{2,90}): (?=\S)/u

/** `Aims and methods: …`; six words at most, or it is a sentence with a colon in it. */
const spoken = /^(\p{Lu}[\p{L}\p{M}]+(?:[ ,/&-]{1,2}[\p{L}\p{M}]+){0,5}): (?=\S)/u

/**
 * An abstract's sections from its text as `abstractText` writes them, `LABEL: text` with a blank line between.
 *
 * A label in capitals is one wherever a paragraph begins with it; one in small letters only where the first paragraph and
 * another have one. A paragraph without a label goes on with the section before it. The sections say the
 * same text again, else the whole is one section.
 */
export function sectionsOfText(text: string): Section[] {
  const whole = tidy(text).trim()
  if (whole === '') return []
  const paragraphs = whole.split('\n\n')
  const areSpoken =
    spoken.test(paragraphs[0] ?? '') && paragraphs.filter((one) => spoken.test(one)).length > 1
  const sections: Section[] = []
  for (const paragraph of paragraphs) {
    const label =
      (areSpoken ? spoken : shouted).exec(paragraph)?.[1] ?? shouted.exec(paragraph)?.[1]
    const last = sections.at(-1)
    if (label !== undefined) sections.push({ label, text: paragraph.slice(label.length + 2) })
    else if (last) last.text += `\n\n${paragraph}`
    else sections.push({ text: paragraph })
  }
  const read = parseSections(sections)
  return abstractText(read) === whole ? read : parseSections([{ text: whole }])
}

/** A record's abstract as text, `LABEL: text`, one blank line between paragraphs; empty where there is none. */
export function textOfAbstract(record: Pick<LibraryRecord, 'item' | 'sections'>): string {
  return inParagraphs(abstractText(record.sections) ?? record.item.abstract ?? '')
}

/** A label in capitals inside a paragraph, behind the end of a sentence: `… unclear. METHODS: We …`. */
const inParagraph = /(?<=[.?!)]) +(?=\p{Lu}[\p{Lu} ,/&-]{3,40}: )/u

/**
 * The same as `sectionsOfText` for text in which sections may follow one another without a break, as PubMed and what is
 * exported from it have them: where a paragraph begins with a label in capitals, the further ones in it begin sections.
 */
export function sectionsOfGlued(text: string): Section[] {
  const parted = inParagraphs(text)
    .split('\n\n')
    .flatMap((one) => (shouted.test(one) ? one.split(inParagraph) : [one]))
  return sectionsOfText(parted.join('\n\n'))
}

/** Text whose paragraphs are parted by one blank line, whatever stands in the lines between them. */
export function inParagraphs(text: string): string {
  return tidy(text)
    .replace(/\n(?:[^\S\n]*\n)+\s*/g, '\n\n')
    .trim()
}
