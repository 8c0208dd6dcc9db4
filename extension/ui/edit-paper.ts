import { abstractText } from '../../src/item/abstract-text.ts'
import { doubtsAfterEdit } from '../../src/item/doubts-after-edit.ts'
import { sourcesAfterEdit } from '../../src/item/field-source.ts'
import { dateVariables, type Item, nameVariables, textVariables } from '../../src/item/item.ts'
import type { NewRecord, Removed, Section } from '../../src/item/record.ts'
import type { RecordEdit } from '../messages.ts'

/** A paper that is not saved yet, with an edit made to its item and abstract, its sources and doubts kept true. */
export function editPaper<P extends NewRecord>(paper: P, edit: RecordEdit): P {
  const item: Item = { ...paper.item }
  const sections = edit.sections ?? paper.sections
  for (const variable of [...textVariables, ...nameVariables, ...dateVariables]) {
    const value = edit.item?.[variable]
    if (value === null) delete item[variable]
    else if (value !== undefined) Object.assign(item, { [variable]: value })
  }
  if (edit.item?.type) item.type = edit.item.type
  if (edit.sections) {
    delete item.abstract
    const abstract = abstractText(sections)
    if (abstract !== undefined) item.abstract = abstract
  }
  const fields = sourcesAfterEdit(paper, item)
  const doubts = doubtsAfterEdit(paper.source.doubts, paper.item, item, fields)
  return { ...paper, item, sections, source: { ...paper.source, fields, doubts } }
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
