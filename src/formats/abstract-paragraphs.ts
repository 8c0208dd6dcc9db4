import { abstractText } from '../item/abstract-text.ts'
import type { LibraryRecord, Section } from '../item/record.ts'
import { tidy } from '../text/space.ts'

/** A record's abstract as text, `LABEL: text`, a blank line between paragraphs; empty where there is none. */
export function abstractOf(record: Pick<LibraryRecord, 'item' | 'sections'>): string {
  const text = abstractText(record.sections) ?? record.item.abstract ?? ''
  return tidy(text)
    .replace(/\n(?:[^\S\n]*\n)+/g, '\n\n')
    .trim()
}

/** `BACKGROUND: …`, `Aims and methods: …`: a few words with a capital in front, not a sentence. */
const labelled = /^(\p{Lu}[\p{L}\p{N}/&'’()-]{1,30}(?:,? [\p{L}\p{N}/&'’()-]{1,30}){0,5}): +(?=\S)/u

/** A label in capitals inside a paragraph, behind the end of a sentence: `… unclear. METHODS: We …`. */
const inParagraph = /(?<=[.?!)]) +(?=\p{Lu}[\p{Lu} ,/&-]{3,40}: )/u

/**
 * An abstract's sections out of its text: a paragraph that begins with a label begins a section, one without goes on in
 * it. `abstractText` of them is the text again.
 *
 * With `isGlued`, labels in capitals begin a section inside a paragraph too, as PubMed and what is exported from it
 * write structured abstracts; that is done only where the paragraph itself begins with such a label.
 */
export function sectionsOf(text: string, isGlued: boolean): Section[] {
  const sections: Section[] = []
  for (const paragraph of text.split(/\n[^\S\n]*\n\s*/).map((each) => each.trim())) {
    if (paragraph === '') continue
    const parts = isGlued && /^\p{Lu}[\p{Lu} ,/&-]{3,40}: /u.test(paragraph)
    for (const part of parts ? paragraph.split(inParagraph) : [paragraph]) {
      const label = labelled.exec(part)
      const last = sections.at(-1)
      if (label?.[1] !== undefined)
        sections.push({ label: label[1], text: part.slice(label[0].length) })
      else if (last) last.text += `\n\n${part}`
      else sections.push({ text: part })
    }
  }
  return sections
}
