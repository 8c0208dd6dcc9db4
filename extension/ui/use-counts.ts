import { useCallback, useEffect, useState } from 'preact/hooks'
import { useShell } from './shell.ts'
import { useQuietChange } from './use-quiet-change.ts'

/** How many papers answer each of these searches, always the same ones; undefined until they are counted. */
export function useCounts(texts: readonly string[]): readonly number[] | undefined {
  const { library } = useShell()
  const [counts, setCounts] = useState<readonly number[]>()
  const read = useCallback(() => {
    const counting = texts.map(async (text) => (await library.numbers({ text, tags: [] })).length)
    // Counts are an extra: an error that concerns more is told by what shows the papers.
    Promise.all(counting).then(setCounts, () => setCounts(undefined))
  }, [library, texts])
  useEffect(read, [read])
  useQuietChange(read)
  return counts
}
