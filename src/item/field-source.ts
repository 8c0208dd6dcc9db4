import { abstractText } from './abstract-text.ts'
import { dateToText } from './date.ts'
import { dateVariables, type Item, nameVariables, textVariables, type Variable } from './item.ts'
import { nameToText } from './name.ts'
import type { FieldCandidate, FieldSource, NewRecord, Section, Source } from './record.ts'

/** Where each field came from after a paper was edited from `former` to an item `now`: what was chosen before becomes a candidate. */
export function sourcesAfterEdit(former: Paper, now: Item): Source['fields'] {
  const after = { ...former.source.fields }
  for (const variable of sourced) {
    const text = candidateText(now, variable)
    if (text !== candidateText(former.item, variable))
      after[variable] = sourceAfterEdit(former, variable, text)
  }
  return after
}

/**
 * Where each field of a capture came from, when its reader's own ones take the place of what stands in the `known` record: that stays
 * a candidate, and so does what was offered beside it.
 */
export function sourcesBeside(known: Paper, { item, source }: Paper): Source['fields'] {
  const fields = { ...source.fields }
  for (const variable of sourced) {
    const own = fields[variable]
    if (!own || !isOwn(own.source)) continue
    // What is in the record alone comes first: where there are too many the last are left out, and the page can be read again.
    const others = [...candidatesOf(known, variable), ...own.others]
    fields[variable] = {
      source: own.source,
      others: besides(candidateText(item, variable), others),
    }
  }
  return fields
}

/** A paper's value of a field and what was offered beside it, as candidates. */
export function candidatesOf(
  { item, sections, source }: Paper,
  variable: Variable,
): FieldCandidate[] {
  const { source: from = 'page', others = [] } = source.fields[variable] ?? {}
  const value = candidateText(item, variable)
  if (value === '') return others
  const own = variable === 'abstract' ? abstractCandidate(sections, from) : undefined
  return [own ?? { value, source: from }, ...others]
}

/** An abstract as a candidate, its sections with it where they cannot be told from its text; undefined where there is no text. */
export function abstractCandidate(
  sections: readonly Section[],
  source: string,
): FieldCandidate | undefined {
  const value = abstractText(sections)
  if (value === undefined) return undefined
  const isPlain = sections.length === 1 && sections[0]?.label === undefined
  return isPlain ? { value, source } : { value, source, sections: [...sections] }
}

/** True where the reader typed a field, or one of its candidates, or cleared it. */
export function holdsTyped({ fields }: Pick<Source, 'fields'>): boolean {
  return Object.values(fields).some((field) =>
    [field, ...field.others].some(({ source }) => source === 'reader'),
  )
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
function sourceAfterEdit(former: Paper, variable: Variable, now: string): FieldSource {
  const candidates = candidatesOf(former, variable)
  const chosen = candidates.find(({ value }) => value === now)
  // Typing is kept at each pause: what has only become longer is no other value.
  const others = candidates.filter(
    ({ source, value }) => source !== 'reader' || !now.startsWith(value),
  )
  return { source: chosen?.source ?? 'reader', others: besides(now, others) }
}

/** The candidates that differ from a value and from each other. */
function besides(value: string, candidates: readonly FieldCandidate[]): FieldCandidate[] {
  const seen = new Set([value])
  return candidates.filter((one) => !seen.has(one.value) && seen.add(one.value))
}

/** As much of a paper as its fields' sources are told by. */
type Paper = Pick<NewRecord, 'item' | 'sections' | 'source'>

const sourced = ['type', ...textVariables, ...nameVariables, ...dateVariables] as const
