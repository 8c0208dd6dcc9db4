import { useRef, useState } from 'preact/hooks'
import { retagQuery } from '../../src/library/search/retag-query.ts'
import { foldTag } from '../../src/library/tags.ts'
import type { Task } from '../../src/library/task.ts'
import type { Settings } from '../settings.ts'
import { errorText } from '../ui/error-text.ts'
import type { ListQuery } from '../ui/library-reader.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import type { LibraryList } from '../ui/use-library-list.ts'

export type Retag = Extract<Task, { kind: 'retag' }>

/** What points at tags by their names follows when those change. */
export interface Retagged {
  /** After a tag got another name or was taken off every paper; what takes that back where the name comes back. */
  follow(task: Retag): Promise<() => Promise<void>>
  /** Rises each time. */
  turn: number
}

type Kept = Pick<Settings, 'projects' | 'reviewOf'>

/**
 * The list's filters and search, and the searches that review keeps, follow a tag's new name. A deleted tag filters no longer; a kept
 * search for it stays as it is: without the tag it would find the whole library.
 */
export function useRetagged({ query, search }: LibraryList): Retagged {
  const { settings } = useShell()
  const { fail } = useAnnouncer()
  const [turn, setTurn] = useState(0)
  const newest = useRef(query)
  newest.current = query

  const keep = async (change: (kept: Kept) => Kept) => {
    try {
      const { projects, reviewOf } = await settings.read()
      const next = change({ projects, reviewOf })
      if (isSame({ projects, reviewOf }, next)) return
      await settings.change(next)
      setTurn((before) => before + 1)
    } catch (error) {
      fail(errorText(error))
    }
  }
  const show = (next: ListQuery) => {
    if (!isSame(newest.current, next)) search(next)
  }
  const follow: Retagged['follow'] = async ({ from, to }) => {
    const before = newest.current
    const made = retaggedQuery(before, from, to)
    show(made)
    let kept: Kept | undefined
    if (to !== undefined)
      await keep((now) => {
        kept = now
        return retaggedKept(now, from, to)
      })
    return async () => {
      const now = newest.current
      if (isSame(now, made)) show(before)
      // Somebody has gone on with it: the names alone go back.
      else if (to !== undefined && !isSame(before, made))
        show(retaggedQuery(now, [to], from[0] as string))
      const was = kept
      if (was && to !== undefined) await keep((each) => takenBack(each, was, from, to))
    }
  }
  return { follow, turn }
}

function retaggedQuery(query: ListQuery, from: readonly string[], to: string | undefined) {
  const former = new Set(from.map(foldTag))
  const tags = query.tags.flatMap((tag) => (former.has(foldTag(tag)) ? (to ?? []) : tag))
  return { text: retagQuery(query.text, from, to), tags: [...new Set(tags)] }
}

function retaggedKept({ projects, reviewOf }: Kept, from: readonly string[], to: string): Kept {
  const named = projects.map((project) => retagQuery(project, from, to))
  return { projects: [...new Set(named)], reviewOf: retagQuery(reviewOf, from, to) }
}

/** Kept searches with those that got another name as they were; what was kept, forgotten or chosen since stays so. */
function takenBack(now: Kept, was: Kept, from: readonly string[], to: string): Kept {
  const made = retaggedKept(was, from, to)
  if (isSame(now, made)) return was
  const before = (search: string) =>
    [...was.projects, was.reviewOf].find((old) => retagQuery(old, from, to) === search) ?? search
  return { projects: now.projects.map(before), reviewOf: before(now.reviewOf) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
