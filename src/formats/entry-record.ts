import { identifiersOf } from '../item/identifier.ts'
import type { LibraryRecord, Source } from '../item/record.ts'
import type { EntryRecord } from './entry.ts'

/** A record as it would be in the library, under an id and saved at a time (ISO 8601, UTC) where the entry names none. */
export function recordOfEntry(entry: EntryRecord, made: { id: string; at: string }): LibraryRecord {
  const { item } = entry
  const source = entry.source ?? sourceOf(item.URL ?? '', entry.savedAt ?? made.at)
  return {
    ...readersOwn(entry),
    id: entry.id ?? made.id,
    item,
    sections: entry.sections,
    publicationTypes: entry.publicationTypes ?? [],
    identifiers: entry.identifiers ?? identifiersOf(item, source.url),
    savedAt: entry.savedAt ?? made.at,
    source,
    deleted: false,
  }
}

function readersOwn({
  tags,
  note,
  decision,
  reason,
  assessed,
  citationKey,
}: EntryRecord): Pick<
  LibraryRecord,
  'tags' | 'note' | 'decision' | 'reason' | 'assessed' | 'citationKey'
> {
  return {
    tags,
    ...(note !== undefined && { note }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(assessed && { assessed }),
    ...(citationKey !== undefined && { citationKey }),
  }
}

function sourceOf(url: string, capturedAt: string): Source {
  return { url, portal: 'generic', capturedAt, fields: {}, removed: [], doubts: [] }
}
