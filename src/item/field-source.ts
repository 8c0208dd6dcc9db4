import { dateToText } from './date.ts'
import { dateVariables, type Item, nameVariables, textVariables, type Variable } from './item.ts'
import { nameToText } from './name.ts'
import type { FieldCandidate, FieldSource, NewRecord, Source } from './record.ts'

/** Where each field came from after an item was edited from `former` to `now`: what was chosen before becomes a candidate. */
export function sourcesAfterEdit(
  sources: Source['fields'],
  former: Item,
  now: Item,
): Source['fields'] {
  const after = { ...sources }
  for (const variable of sourced) {
    const before = candidateText(former, variable)
    const text = candidateText(now, variable)
    if (text !== before) after[variable] = sourceAfterEdit(sources[variable], before, text)
  }
  return after
}

/**
 * Where each field of a capture came from, when its reader's own ones take the place of what stands in the `known` record: that stays
 * a candidate, and so does what was offered beside it.
 */
export function sourcesBeside(
  known: Pick<NewRecord, 'item' | 'source'>,
  { item, source }: Pick<NewRecord, 'item' | 'source'>,
): Source['fields'] {
  const fields = { ...source.fields }
  for (const variable of sourced) {
    const own = fields[variable]
    if (!own || !isOwn(own.source)) continue
    const was = candidatesOf(candidateText(known.item, variable), known.source.fields[variable])
    const seen = new Set([candidateText(item, variable)])
    // What is in the record alone comes first: where there are too many the last are left out, and the page can be read again.
    const others = [...was, ...own.others].filter(
      ({ value }) => !seen.has(value) && seen.add(value),
    )
    fields[variable] = { source: own.source, others }
  }
  return fields
}

/** True for a source that is the reader: what was typed, or selected on the page. */
export function isOwn(source: string | undefined): boolean {
  return source === 'reader' || source === 'selection'
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
function sourceAfterEdit(
  source: FieldSource | undefined,
  former: string,
  now: string,
): FieldSource {
  const others = source?.others ?? []
  const chosen = others.find(({ value }) => value === now)
  const kept = others.filter((other) => other !== chosen && other.value !== former)
  return {
    source: chosen?.source ?? 'reader',
    others: candidatesOf(former, source && { ...source, others: kept }),
  }
}

/** A field's value and what was offered beside it, as candidates; `source` is where the value is from. */
function candidatesOf(value: string, source: FieldSource | undefined): FieldCandidate[] {
  const own = value === '' ? [] : [{ value, source: source?.source ?? 'page' }]
  return [...own, ...(source?.others ?? [])]
}

const sourced = [...textVariables, ...nameVariables, ...dateVariables] as const
