import { abstractText } from '../item/abstract-text.ts'
import { parseSections } from '../item/parse.ts'
import type { Section } from '../item/record.ts'
import { tidy } from '../text/space.ts'

/** `BACKGROUND: …`, `MAIN OUTCOME MEASURE(S): …`: PubMed's labels, which are all capitals. */
const shouted = /^(\p{Lu}[\p{Lu}\p{M}\p{N} ,/&()’'-]{2,90}): (?=\S)/u

/** `Aims and methods: …`; six words at most, or it is a sentence with a colon in it. */
const spoken = /^(\p{Lu}[\p{L}\p{M}]+(?:[ ,/&-]{1,2}[\p{L}\p{M}]+){0,5}): (?=\S)/u

/**
 * An abstract's sections from its text as `abstractText` writes them, `LABEL: text` with a blank line between.
 *
 * A label in capitals is one wherever a paragraph begins with it; one in small letters only where every paragraph
 * (two at least) has one. A paragraph without a label goes on with the section before it. The sections say the
 * same text again, else the whole is one section.
 */
export function sectionsOfText(text: string): Section[] {
  const whole = tidy(text).trim()
  if (whole === '') return []
  const paragraphs = whole.split('\n\n')
  const spokenEach = paragraphs.length > 1 && paragraphs.every((one) => spoken.test(one))
  const sections: Section[] = []
  for (const paragraph of paragraphs) {
    const label =
      (spokenEach ? spoken : shouted).exec(paragraph)?.[1] ?? shouted.exec(paragraph)?.[1]
    const last = sections.at(-1)
    if (label !== undefined) sections.push({ label, text: paragraph.slice(label.length + 2) })
    else if (last) last.text += `\n\n${paragraph}`
    else sections.push({ text: paragraph })
  }
  const read = parseSections(sections)
  return abstractText(read) === whole ? read : parseSections([{ text: whole }])
}
