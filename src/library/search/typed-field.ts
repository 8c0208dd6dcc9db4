import { unescaped } from './query-terms.ts'

/** A field that is being typed at a query's end. */
export interface TypedField {
  /** As the language has it. */
  field: (typeof searchFields)[number]
  /** What stands behind the colon so far, without a quotation mark that opens it. */
  value: string
  /** The query up to the value. */
  before: string
}

/** The fields that a query may name. */
export const searchFields = [
  'tag',
  'author',
  'title',
  'journal',
  'note',
  'year',
  'is',
  'no',
] as const

const atEnd =
  /(?:^|\s)-?(?<field>\p{L}+):["“”«»]?(?<value>(?<=["“”«»])(?:\\(?:["“”«»\\]|(?!["“”«»\\]))|[^"“”«»\\])*|(?:\\(?:["“”«»\\]|(?!["“”«»\\]))|[^\s"“”«»\\])*)$/u

/** The field at the end of a query whose value is being typed; undefined where there is none. */
export function typedField(query: string): TypedField | undefined {
  const found = atEnd.exec(query)
  const name = found?.groups?.field?.toLowerCase()
  const field = searchFields.find((each) => each === name)
  if (!found || !field) return undefined
  const value = found.groups?.value ?? ''
  return {
    field,
    value: unescaped(value),
    before: query.slice(0, query.lastIndexOf(':', query.length - value.length - 1) + 1),
  }
}
