import { useId } from 'preact/hooks'
import { number } from '../i18n.ts'
import type { Bar } from './BarChart.tsx'

/** Names with bars beside them, which is a table at once. */
export function RankChart(props: { heading: string; bars: readonly Bar[] }) {
  const { heading, bars } = props
  const id = useId()
  if (bars.length === 0) return null
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption id={id}>{heading}</figcaption>
      <table class="rank">
        <tbody>
          {bars.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td>
                <meter aria-hidden="true" min={0} max={highest} value={value} />
              </td>
              <td class="rank-count">{number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
