import { useCallback, useEffect, useState } from 'preact/hooks'
import { useShell } from './shell.ts'
import { useQuietChange } from './use-quiet-change.ts'

/** How many papers answer each of these searches, always the same ones; undefined until they are counted. */
export function useCounts<Text extends string>(
  texts: readonly Text[],
): ReadonlyMap<Text, number> | undefined {
  const { library } = useShell()
  const [counts, setCounts] = useState<ReadonlyMap<Text, number>>()
  const read = useCallback(() => {
    const counting = texts.map(
      async (text) => [text, (await library.numbers({ text, tags: [] })).length] as const,
    )
    // Counts are an extra: an error that concerns more is told by what shows the papers.
    Promise.all(counting).then(
      (all) => setCounts(new Map(all)),
      () => setCounts(undefined),
    )
  }, [library, texts])
  useEffect(read, [read])
  useQuietChange(read)
  return counts
}
