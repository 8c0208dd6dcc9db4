import { useMemo } from 'preact/hooks'

/** Steps of which each begins where the one before it came to, however fast they are asked for. */
export interface Steps {
  /** Makes a step after all that were asked for before it; rejects as it does. */
  make(step: () => void | Promise<void>): Promise<void>
  /** True while a step that was asked for is not made. */
  areWaiting(): boolean
}

/** Steps for as long as a component stands. */
export function useSteps(): Steps {
  return useMemo(() => {
    let last: Promise<void> = Promise.resolve()
    let waiting = 0
    return {
      make(step) {
        waiting += 1
        const made = last.then(step).finally(() => {
          waiting -= 1
        })
        last = made.catch(() => undefined)
        return made
      },
      areWaiting: () => waiting > 0,
    }
  }, [])
}
