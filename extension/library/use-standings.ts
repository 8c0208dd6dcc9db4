import { useCallback, useEffect, useState } from 'preact/hooks'
import { useShell } from '../ui/shell.ts'
import { useQuietChange } from '../ui/use-quiet-change.ts'

/** How a paper may stand, by the names that a search has for it (`is:include`). */
export const standings = ['unread', 'include', 'maybe', 'exclude'] as const
export type Standing = (typeof standings)[number]

/** How many papers stand how; nothing until they are counted. */
export function useStandings(): Partial<Record<Standing, number>> {
  const { library } = useShell()
  const [counts, setCounts] = useState<Partial<Record<Standing, number>>>({})
  const read = useCallback(() => {
    const counting = standings.map(async (standing) => {
      const { numbers } = await library.numbers({ text: `is:${standing}`, tags: [] })
      return [standing, numbers.length]
    })
    // Counts are an extra: an error that concerns more is told by what shows the papers.
    Promise.all(counting).then(
      (found) => setCounts(Object.fromEntries(found)),
      () => setCounts({}),
    )
  }, [library])
  useEffect(read, [read])
  useQuietChange(read)
  return counts
}

/** The standing that a search asks for by its words, and the search without them. */
export function standingIn(text: string): { standing: Standing | undefined; rest: string } {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const standing = standings.find((each) => words.includes(`is:${each}`))
  return { standing, rest: words.filter((word) => word !== `is:${standing}`).join(' ') }
}
