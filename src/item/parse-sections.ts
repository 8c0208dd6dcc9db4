import { caps } from './caps.ts'
import { arrayOf, fieldOf, isObject, textOf } from './parse-value.ts'
import type { Section } from './record.ts'

/** An abstract's sections out of anything; those without text are left out, all together hold 20,000 characters at most. */
export function parseSections(value: unknown, onCut: () => void = () => {}): Section[] {
  const sections: Section[] = []
  let room: number = caps.abstract
  for (const entry of arrayOf(value, caps.sections, onCut)) {
    if (!isObject(entry)) continue
    const text = textOf(fieldOf(entry, 'text'), room, onCut)
    if (text === undefined) continue
    const label = textOf(fieldOf(entry, 'label'), caps.label, onCut)
    sections.push(label === undefined ? { text } : { label, text })
    room -= text.length
  }
  return sections
}
