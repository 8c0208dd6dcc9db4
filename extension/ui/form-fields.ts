import { dateToText } from '../../src/item/date.ts'
import { dateVariables, type Item, nameVariables } from '../../src/item/item.ts'
import { nameInverted } from '../../src/item/name.ts'

/** The fields whose boxes stand in sight, in the order of the form; the abstract's sections come behind them. */
export const editedFields = [
  'title',
  'author',
  'container-title',
  'issued',
  'volume',
  'issue',
  'page',
  'DOI',
  'PMID',
  'URL',
] as const satisfies readonly (keyof Item)[]

/** All the others, which stand behind a button at the form's end, in their order there. */
export const moreFields = [
  'type',
  'editor',
  'container-title-short',
  'collection-title',
  'event-title',
  'publisher',
  'publisher-place',
  'edition',
  'number',
  'version',
  'genre',
  'archive',
  'archive_location',
  'PMCID',
  'ISBN',
  'ISSN',
  'language',
  'keyword',
  'accessed',
] as const satisfies readonly (keyof Item)[]

/** Every field of the form but the abstract's sections. */
export const formFields = [...editedFields, ...moreFields] as const

/** A field that has its own box in the form. */
export type FormField = (typeof formFields)[number]

/** True for the name of such a field. */
export function isFormField(field: string): field is FormField {
  return formFields.some((each) => each === field)
}

/** True for a field of names, whose box has one a line. */
export function isNameField(field: string): field is (typeof nameVariables)[number] {
  return nameVariables.some((each) => each === field)
}

/** True for a field that holds a date. */
export function isDateField(field: string): field is (typeof dateVariables)[number] {
  return dateVariables.some((each) => each === field)
}

/** What a field's box holds before anything is typed: names one a line, a date as `2015-09-01`, the type in CSL's name. */
export function textOfField(item: Item, field: FormField): string {
  if (isNameField(field)) return (item[field] ?? []).map(nameInverted).join('\n')
  if (isDateField(field)) {
    const date = item[field]
    return date ? dateToText(date) : ''
  }
  return item[field] ?? ''
}
