import { useId, useState } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import { day, t } from '../i18n.ts'
import { byLine } from '../ui/by-line.ts'
import { InlineMarkup } from '../ui/InlineMarkup.tsx'
import { differingFields } from './duplicate-fields.ts'
import type { DuplicatePair } from './work.ts'

/** Two records that may be one paper: what they are, where they differ, and what is to become of them. */
export function DuplicateCard(props: {
  pair: DuplicatePair
  onMerge(fields: { [field: string]: unknown }): void
  onKeepApart(): void
}) {
  const { records, likeness } = props.pair
  const [a] = records
  const differing = differingFields(records)
  /** By field, which of the two is taken. */
  const [chosen, setChosen] = useState<{ [field: string]: 0 | 1 }>({})
  const sideOf = (field: string): 0 | 1 => chosen[field] ?? survivorOf(records)
  const merge = () =>
    props.onMerge(
      Object.fromEntries(differing.map(({ field, stored }) => [field, stored[sideOf(field)]])),
    )
  const id = useId()
  return (
    <li class="pair" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        <InlineMarkup text={a.item.title ?? t('untitled')} words={[]} />
      </h3>
      <p class="soft">{t(likeness === 'version' ? 'whyVersion' : 'whyAlike')}</p>
      <table class="compare">
        <thead>
          <tr>
            <td />
            {records.map((record) => (
              <th key={record.id} scope="col">
                {t('savedOn', day(record.savedAt))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('paper')}</th>
            {records.map((record) => (
              <td key={record.id}>
                <bdi>{byLine(record).join(' · ')}</bdi>
              </td>
            ))}
          </tr>
          {differing.map(({ field, name, values }) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              {([0, 1] as const).map((side) => (
                <td key={side}>
                  <label class="choice-cell">
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      checked={sideOf(field) === side}
                      onChange={() => setChosen({ ...chosen, [field]: side })}
                    />
                    <span dir="auto" class={field === 'sections' ? 'long' : ''}>
                      {values[side]}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('tags')}</th>
            {records.map(({ id: own, tags }) => (
              <td key={own}>
                <bdi>{tags.join(', ')}</bdi>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p class="soft">{t('mergeKeeps')}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={merge}>
          {t('merge')}
        </button>
        <button type="button" onClick={props.onKeepApart}>
          {t('keepApart')}
        </button>
      </div>
    </li>
  )
}

/** The side whose record goes on; what is not chosen otherwise is its. */
function survivorOf([a, b]: readonly [LibraryRecord, LibraryRecord]): 0 | 1 {
  return a.id < b.id ? 0 : 1
}
