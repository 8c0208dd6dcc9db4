import { useCallback, useEffect, useState } from 'preact/hooks'
import { useShell } from './shell.ts'
import { useQuietChange } from './use-quiet-change.ts'

/** How many papers nobody has decided about; undefined until they are counted, and where they cannot be. */
export function useWaiting(): number | undefined {
  const { library } = useShell()
  const [count, setCount] = useState<number>()
  const read = useCallback(() => {
    // The badge is an extra: an error that concerns more is told by what shows the papers.
    library.numbers({ text: 'is:unread', tags: [] }).then(
      ({ numbers }) => setCount(numbers.length),
      () => setCount(undefined),
    )
  }, [library])
  useEffect(read, [read])
  useQuietChange(read)
  return count
}
