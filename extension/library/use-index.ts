import { useEffect } from 'preact/hooks'
import { t } from '../i18n.ts'
import type { LongWork } from './use-long-work.ts'
import { useWork } from './work.ts'

/** Makes the search index where it is of another version, or damaged; what is searched meanwhile says that papers may be missing. */
export function useIndex(isIndexing: boolean, { watch }: LongWork): void {
  const work = useWork()
  useEffect(() => {
    if (isIndexing) void watch(t('indexing'), (told) => work.index(told))
  }, [isIndexing])
}
