import { useId, useState } from 'preact/hooks'
import { isPreprint } from '../../src/library/alike.ts'
import { day, t } from '../i18n.ts'
import { byLine } from '../ui/by-line.ts'
import { InlineMarkup } from '../ui/InlineMarkup.tsx'
import { standingText } from '../ui/standing-text.ts'
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
  const isOneDecision = !differing.some(({ field }) => field === 'decision')
  /** What a reader added is not chosen: both keep it. */
  const kept = [
    { name: t('tags'), values: records.map(({ tags }) => tags.join(', ')) },
    { name: t('note'), values: records.map(({ note }) => note ?? '') },
    ...(isOneDecision ? [{ name: t('decision'), values: records.map(standingText) }] : []),
  ].filter(({ values }) => values.some((value) => value !== ''))
  /** By field, which of the two is taken. */
  const [chosen, setChosen] = useState<{ [field: string]: 0 | 1 }>({})
  const sideOf = (field: string): 0 | 1 =>
    chosen[field] ?? (field === 'decision' ? keptIn(records) : preferred(props.pair))
  const merge = () =>
    props.onMerge(Object.assign({}, ...differing.map(({ field, stored }) => stored[sideOf(field)])))
  const id = useId()
  return (
    <li class="pair" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        <InlineMarkup text={a.item.title ?? t('untitled')} words={[]} />
      </h3>
      <p class="soft">{t(whys[likeness])}</p>
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
              <th scope="row" id={`${id}-${field}`}>
                {name}
              </th>
              {([0, 1] as const).map((side) => (
                <td key={side}>
                  <label class="choice-cell">
                    <input
                      type="radio"
                      name={`${id}-${field}`}
                      aria-labelledby={`${id}-${field} ${id}-${field}-${side}`}
                      checked={sideOf(field) === side}
                      onChange={() => setChosen({ ...chosen, [field]: side })}
                    />
                    <span
                      id={`${id}-${field}-${side}`}
                      dir="auto"
                      class={field === 'sections' ? 'long' : ''}
                    >
                      {values[side]}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
          {kept.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, side) => (
                <td key={records[side]?.id}>
                  <span dir="auto" class="kept">
                    {value}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">{t(isOneDecision ? 'mergeKeeps' : 'mergeKeepsOne')}</p>
      <div class="actions">
        <button type="button" class="primary" aria-describedby={id} onClick={merge}>
          {t('merge')}
        </button>
        <button type="button" aria-describedby={id} onClick={props.onKeepApart}>
          {t('keepApart')}
        </button>
      </div>
    </li>
  )
}

/** The side whose decision leaves the paper in, or nearer to that: nobody misses one that is looked at once more. */
function keptIn([a, b]: DuplicatePair['records']): 0 | 1 {
  const ranks = ['include', 'maybe', 'exclude']
  return ranks.indexOf(a.decision ?? '') <= ranks.indexOf(b.decision ?? '') ? 0 : 1
}

const whys = { alike: 'whyAlike', version: 'whyVersion', typed: 'whyTyped' } as const

/** The side whose fields are taken unless a person chooses: what was published of a preprint, or the record that goes on. */
function preferred({ records: [a, b] }: DuplicatePair): 0 | 1 {
  if (isPreprint({ ...a.item }) !== isPreprint({ ...b.item }))
    return isPreprint({ ...a.item }) ? 1 : 0
  return a.id < b.id ? 0 : 1
}
