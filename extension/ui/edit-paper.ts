import { abstractText } from '../../src/item/abstract-text.ts'
import { dateToText } from '../../src/item/date.ts'
import {
  dateVariables,
  type Item,
  nameVariables,
  textVariables,
  type Variable,
} from '../../src/item/item.ts'
import { nameToText } from '../../src/item/name.ts'
import type { FieldSource, NewRecord, Removed, Section } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'

/** A paper that is not saved yet, with an edit made to its item and abstract, its sources kept true. */
export function editPaper<P extends NewRecord>(paper: P, edit: RecordEdit): P {
  const item: Item = { ...paper.item }
  const sections = edit.sections ?? paper.sections
  for (const variable of [...textVariables, ...nameVariables, ...dateVariables]) {
    const value = edit.item?.[variable]
    if (value === null) delete item[variable]
    else if (value !== undefined) Object.assign(item, { [variable]: value })
  }
  if (edit.sections) {
    delete item.abstract
    const abstract = abstractText(sections)
    if (abstract !== undefined) item.abstract = abstract
  }
  const fields = { ...paper.source.fields }
  for (const variable of [...textVariables, ...nameVariables, ...dateVariables]) {
    const former = candidateText(paper.item, variable)
    const now = candidateText(item, variable)
    if (now !== former) fields[variable] = sourceAfterEdit(fields[variable], former, now)
  }
  return { ...paper, item, sections, source: { ...paper.source, fields } }
}

/** A field as `FieldCandidate.value` has it: authors joined by `; `, a date as `2015-09-01`, empty where there is none. */
export function candidateText(item: Item, variable: Variable): string {
  if (variable === 'author' || variable === 'editor')
    return (item[variable] ?? []).map(nameToText).join('; ')
  if (variable === 'issued' || variable === 'accessed') {
    const date = item[variable]
    return date ? dateToText(date) : ''
  }
  return item[variable] ?? ''
}

/** A field's source when its value has become `now`: the candidate's that has this value, else `reader`; the former value becomes a candidate. */
export function sourceAfterEdit(
  source: FieldSource | undefined,
  former: string,
  now: string,
): FieldSource {
  const others = source?.others ?? []
  const chosen = others.find(({ value }) => value === now)
  const kept = others.filter((other) => other !== chosen && other.value !== former)
  const was = former === '' ? [] : [{ value: former, source: source?.source ?? 'reader' }]
  return { source: chosen?.source ?? 'reader', others: [...was, ...kept] }
}

/** The abstract with a removed line at its end, as a paragraph of its last section. */
export function putBack(sections: readonly Section[], removed: Removed): Section[] {
  const last = sections.at(-1)
  if (!last) return [{ text: removed.text }]
  return [...sections.slice(0, -1), { ...last, text: `${last.text}\n${removed.text}` }]
}

/** True where a removed line stands in the abstract, so that it need not be put back. */
export function isBack(sections: readonly Section[], removed: Removed): boolean {
  return sections.some(({ text }) => text.split('\n').includes(removed.text))
}
