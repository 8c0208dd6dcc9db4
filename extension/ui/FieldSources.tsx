import type { FieldCandidate, NewRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { Disclosure } from './Disclosure.tsx'
import { editOfCandidate } from './draft-fields.ts'
import { fieldName, fieldNames, type SourcedField, sourceName } from './field-names.ts'
import { itemTypeName } from './item-type-name.ts'

/** For each field where its value came from, and what else the page offered, each with a button that takes it. */
export function FieldSources(props: {
  paper: NewRecord
  onSwap(field: SourcedField, candidate: FieldCandidate): void
}) {
  const { fields } = props.paper.source
  const sourced = Object.keys(fieldNames)
    .filter(isSourced)
    .filter((field) => fields[field])
  return (
    <Disclosure name={t('fieldSources')}>
      {sourced.length === 0 && <p class="soft">{t('fieldSourcesNone')}</p>}
      <dl class="sources">
        {sourced.map((field) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              {sourceName(fields[field]?.source ?? '')}
              <Others field={field} others={fields[field]?.others ?? []} onSwap={props.onSwap} />
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

function Others(props: {
  field: SourcedField
  others: readonly FieldCandidate[]
  onSwap(field: SourcedField, candidate: FieldCandidate): void
}) {
  if (props.others.length === 0) return null
  return (
    <ul class="trail">
      {props.others.map((other) => (
        <li>
          <p dir="auto" class="clamped">
            {shownValue(props.field, other)}
          </p>
          <p class="trail-foot">
            <span class="soft">{sourceName(other.source)}</span>
            {editOfCandidate(props.field, other) && (
              <button
                type="button"
                class="quiet"
                aria-label={t('takeValue', fieldName(props.field), shownValue(props.field, other))}
                onClick={() => props.onSwap(props.field, other)}
              >
                {t('take')}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function shownValue(field: SourcedField, { value }: FieldCandidate): string {
  return field === 'type' ? itemTypeName(value) : value
}

function isSourced(field: string): field is SourcedField {
  return Object.hasOwn(fieldNames, field)
}
