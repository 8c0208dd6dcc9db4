import { abstractText } from '../item/abstract-text.ts'
import { parseSections } from '../item/parse.ts'
import type { Section } from '../item/record.ts'

/** `BACKGROUND: …`, `MAIN OUTCOME MEASURE(S): …` */
const inCapitals = /^(\p{Lu}[\p{Lu}\p{M}\p{N} ,/&()’'-]{1,90}): (?=\S)/u

/** `Aims and methods: …`: six words at most, or it is a sentence with a colon in it. */
const inSmallLetters = /^(\p{Lu}[\p{L}\p{M}]+(?:[ ,/&-]{1,2}[\p{L}\p{M}]+){0,5}): (?=\S)/u

/**
 * An abstract's sections out of its paragraphs as our writer has them, `LABEL: text`; one without a label goes on with
 * the section before it. Labels in small letters count only where each paragraph of several begins with one.
 */
export function sectionsOfParagraphs(text: string): Section[] {
  if (text === '') return []
  const paragraphs = text.split('\n\n')
  const each = paragraphs.length > 1 && paragraphs.every((one) => inSmallLetters.test(one))
  const sections: Section[] = []
  for (const paragraph of paragraphs) {
    const found = (each ? inSmallLetters.exec(paragraph) : undefined) ?? inCapitals.exec(paragraph)
    const last = sections.at(-1)
    if (found?.[1] !== undefined)
      sections.push({ label: found[1], text: paragraph.slice(found[0].length) })
    else if (last) last.text += `\n\n${paragraph}`
    else sections.push({ text: paragraph })
  }
  const read = parseSections(sections)
  return abstractText(read) === text ? read : parseSections([{ text }])
}
