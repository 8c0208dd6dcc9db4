import type { Section } from './record.ts'

/**
 * CSL's `abstract` from an abstract's sections: `LABEL: text`, a blank line between them, the form in which
 * PubMed prints and exchanges structured abstracts. Undefined where there is no text.
 */
export function abstractText(sections: readonly Section[]): string | undefined {
  const text = sections
    .filter((section) => section.text !== '')
    .map((section) => (section.label ? `${section.label}: ${section.text}` : section.text))
    .join('\n\n')
  return text === '' ? undefined : text
}
