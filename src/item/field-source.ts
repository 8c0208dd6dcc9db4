import { dateToText } from './date.ts'
import { dateVariables, type Item, nameVariables, textVariables, type Variable } from './item.ts'
import { nameToText } from './name.ts'
import type { FieldSource, Source } from './record.ts'

/** Where each field came from after an item was edited from `former` to `now`: what was chosen before becomes a candidate. */
export function sourcesAfterEdit(
  sources: Source['fields'],
  former: Item,
  now: Item,
): Source['fields'] {
  const after = { ...sources }
  for (const variable of [...textVariables, ...nameVariables, ...dateVariables]) {
    const before = candidateText(former, variable)
    const text = candidateText(now, variable)
    if (text !== before) after[variable] = sourceAfterEdit(sources[variable], before, text)
  }
  return after
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
  const was = former === '' ? [] : [{ value: former, source: source?.source ?? 'page' }]
  return { source: chosen?.source ?? 'reader', others: [...was, ...kept] }
}
