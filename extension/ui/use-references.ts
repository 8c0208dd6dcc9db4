import { referenceStyle } from '../../src/references/styles.ts'
import { plural, t } from '../i18n.ts'
import type { ReferenceWork } from './copy-references.ts'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** Follows long work, with its progress and a way to stop it; undefined where it was stopped, or failed, which was told. */
export type FollowWork = <T>(
  name: string,
  work: (told: (done: number, of: number) => void, signal: AbortSignal) => Promise<T>,
) => Promise<T | undefined>

/** More papers than these take half a second or longer. */
const fewPapers = 50

/** Copies the references of papers in a style, and says that it did; of many, `follow` shows how far they are. */
export function useReferences(
  follow?: FollowWork,
): (ids: readonly string[], style: string) => Promise<void> {
  const { copyReferences } = useShell()
  const { tell, fail } = useAnnouncer()
  return async (ids, style) => {
    const { name } = referenceStyle(style)
    const copied = async (work?: ReferenceWork) => {
      await copyReferences(ids, style, work)
      if (ids.length === 1) return t('copiedReference', name)
      return plural('copiedReferences', ids.length, name)
    }
    try {
      const said =
        follow && ids.length > fewPapers
          ? await follow(t('makingReferences'), (told, signal) => copied({ told, signal }))
          : await copied()
      if (said !== undefined) tell(said)
    } catch (error) {
      fail(errorText(error))
    }
  }
}
