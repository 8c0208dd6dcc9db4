import { checkField } from './field.ts'
import { LibraryError } from './library-error.ts'
import { entriesOf, type StampedDocument, sameValue } from './versions.ts'

/** True for a field that search looks into, sorts or filters by, or that takes the record out of the library. */
export function isSearched(field: string): boolean {
  return field.startsWith('tag:') || searched.has(field)
}

const searched: ReadonlySet<string> = new Set(
  'title author editor container-title container-title-short issued sections note decision assessed savedAt del undone mergedInto'.split(
    ' ',
  ),
)

/** The fields whose value is another than the document's, checked; also those that are settled by writing them again. */
export function changedFields(
  document: StampedDocument,
  fields: { readonly [field: string]: unknown },
): { [field: string]: unknown } {
  const changed: [string, unknown][] = []
  for (const [name, value] of Object.entries(fields)) {
    const checked = checkField(name, value)
    if (checked === undefined) {
      throw new LibraryError(
        'wrong-value',
        `“${name}” cannot have this value. Nothing was changed.`,
      )
    }
    const entries = entriesOf(document, name)
    if (entries.length > 1 || !sameValue(entries[0]?.[1], checked)) changed.push([name, checked])
  }
  return Object.fromEntries(changed)
}
