import { useId } from 'preact/hooks'
import { number, t } from '../i18n.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

/** One bar: its name, and how high it is. */
export interface Bar {
  name: string
  value: number
}

/** The picture's measures, in units of its view box. */
const height = 120
const room = 18
const fewNames = 12
const widest = 44
const width = 720
/** Half of a letter's width, at least. */
const halfLetter = 3.5

/** Bars over names, and the same numbers as a table for whoever cannot see them or wants to copy them. */
export function BarChart(props: { heading: string; bars: readonly Bar[]; unit: string }) {
  const { heading, bars } = props
  const id = useId()
  if (bars.length === 0) return null
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const step = width / bars.length
  const every = Math.ceil(bars.length / fewNames)
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption id={id}>{heading}</figcaption>
      <svg viewBox={`0 0 ${width} ${height + room}`} role="img">
        <title>{heading}</title>
        <line class="axis" x1="0" x2={width} y1={height} y2={height} />
        {bars.map(({ name, value }, at) => {
          const high = (value / highest) * (height - 14)
          const wide = Math.min(widest, step * 0.76)
          return (
            <g key={name}>
              <rect
                class="bar-of"
                x={at * step + (step - wide) / 2}
                y={height - high}
                width={wide}
                height={high}
              >
                <title>{`${name}: ${number(value)}`}</title>
              </rect>
              {at % every === 0 && (
                <text x={within(at * step + step / 2, name)} y={height + 13}>
                  {name}
                </text>
              )}
            </g>
          )
        })}
        <text class="highest" x="0" y="10">
          {number(highest)}
        </text>
      </svg>
      <Disclosure name={t('asTable')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{props.unit}</th>
              <th scope="col">{t('papersList')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{number(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  )
}

/** Where the middle of a name is, so that it is not cut off at either end. */
function within(middle: number, name: string): number {
  const half = name.length * halfLetter
  return Math.min(width - half, Math.max(half, middle))
}
