import { useRef } from 'preact/hooks'
import { errorText } from './error-text.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useLibraryChange } from './use-library-change.ts'
import { useQuietChange } from './use-quiet-change.ts'
import type { Selection } from './use-selection.ts'

/**
 * Unticks papers that have left the library, wherever they were deleted, so that nothing is done with what no list shows; in place
 * of one that became part of another, that one is ticked. It shows nothing, and is needed only while something is ticked.
 */
export function FollowSelection({ selection }: { selection: Selection }) {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const report = (error: unknown) => fail(errorText(error))
  const isUnnamed = useRef(false)

  const look = async (ids: readonly string[]) => {
    for (const id of ids) {
      const record = await library.get(id)
      if (record?.id === id && !record.deleted) continue
      selection.set(id, false)
      if (record && !record.deleted) selection.set(record.id, true)
    }
  }
  const lookAtAll = async () => {
    const all = new Set(await library.ids({ text: '', tags: [] }))
    // The ones that are missing, not all at once: some may have been ticked meanwhile.
    await look([...selection.ids].filter((id) => !all.has(id)))
  }
  useLibraryChange(({ ids }) => {
    if (ids.length === 0) isUnnamed.current = true
    else look(ids.filter((id) => selection.ids.has(id))).catch(report)
  })
  // Too many to name: after work on many papers, not at each step of it.
  useQuietChange(() => {
    if (!isUnnamed.current) return
    isUnnamed.current = false
    lookAtAll().catch(report)
  })
  return null
}
