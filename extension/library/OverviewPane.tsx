import { useEffect, useState } from 'preact/hooks'
import type { ReviewFlow } from '../../src/library/flow.ts'
import type { Statistics } from '../../src/library/statistics.ts'
import { plural, t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useQuietChange } from '../ui/use-quiet-change.ts'
import { BarChart } from './BarChart.tsx'
import { FlowChart } from './FlowChart.tsx'
import { ProgressLine } from './ProgressDialog.tsx'
import { RankChart } from './RankChart.tsx'
import { useWork } from './work.ts'

/** More years than this are shown by decades. */
const mostYears = 60

/** The library in pictures: by year, by journal, by decision, and its tags over the years. */
export function OverviewPane({ papers }: { papers: number }) {
  const work = useWork()
  const { fail } = useAnnouncer()
  const [statistics, setStatistics] = useState<Statistics>()
  const [flow, setFlow] = useState<ReviewFlow>()
  const [done, setDone] = useState(0)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const looking = new AbortController()
    const { signal } = looking
    const counted = work.statistics(signal, setDone).then((found) => {
      if (!signal.aborted) setStatistics(found)
      return work.flow(signal, () => undefined)
    })
    counted.then(
      (found) => !signal.aborted && setFlow(found),
      (error: unknown) => signal.aborted || fail(errorText(error)),
    )
    return () => looking.abort()
  }, [work, fail, turn])
  useQuietChange(() => setTurn((before) => before + 1))

  if (!statistics) return <ProgressLine label={t('counting')} done={done} of={papers} />
  if (statistics.papers === 0) return <p class="empty">{t('emptyLibrary')}</p>
  const { decisions, journals, tags, undated } = statistics
  const { names, sums } = yearsOf(statistics)
  return (
    <>
      <BarChart
        heading={t('papersByYear')}
        unit={t('year')}
        bars={names.map((name, i) => ({ name, value: sums[i] ?? 0 }))}
      />
      {undated > 0 && <p class="soft undated">{plural('undated', undated)}</p>}
      <RankChart
        heading={t('papersByDecision')}
        bars={[
          { name: t('toReview'), value: decisions.unread },
          { name: t('statusIncluded'), value: decisions.include },
          { name: t('maybe'), value: decisions.maybe },
          { name: t('statusExcluded'), value: decisions.exclude },
        ]}
      />
      {flow && <FlowChart flow={flow} />}
      <RankChart
        heading={t('papersByJournal')}
        bars={journals.map(({ name, papers: value }) => ({ name, value }))}
      />
      {tags
        .filter(({ years }) => years.some((papers) => papers > 0))
        .map(({ name, years }) => (
          <BarChart
            key={name}
            heading={t('tagByYear', name)}
            unit={t('year')}
            bars={grouped(statistics, years).map((value, i) => ({ name: names[i] ?? '', value }))}
          />
        ))}
    </>
  )
}

/** The years' names and their papers, ten years together where there are very many. */
function yearsOf(statistics: Statistics): { names: string[]; sums: number[] } {
  const { years } = statistics
  const sums = grouped(
    statistics,
    years.map(({ papers }) => papers),
  )
  if (years.length <= mostYears) return { names: years.map(({ year }) => String(year)), sums }
  const first = decadeOf(years[0]?.year ?? 0)
  return { names: sums.map((_, i) => `${first + i * 10}–${first + i * 10 + 9}`), sums }
}

function grouped({ years }: Statistics, values: readonly number[]): number[] {
  if (years.length <= mostYears) return [...values]
  const first = decadeOf(years[0]?.year ?? 0)
  const sums: number[] = []
  for (const [i, { year }] of years.entries()) {
    const at = (decadeOf(year) - first) / 10
    sums[at] = (sums[at] ?? 0) + (values[i] ?? 0)
  }
  return Array.from(sums, (sum) => sum ?? 0)
}

const decadeOf = (year: number): number => Math.floor(year / 10) * 10
