import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useShell } from '../ui/shell.ts'
import { type KeptDecision, keepDecisions, readDecisions } from './kept-decisions.ts'
import type { Project } from './waiting-papers.ts'

/** A decision of this review, or of one that was closed; such a one has no number. */
export interface Decided extends KeptDecision {
  number?: number
  wasDecided?: boolean
}

/** The decisions of a project that can be taken back. */
export interface DecidedPapers {
  count: number
  /** The newest last, without waiting for it to be drawn. */
  newest(): readonly Decided[]
  keep(decided: readonly Decided[]): void
}

/** The decisions of this review, behind those of one that was closed since the browser was started. */
export function useDecided(project: Project | undefined): DecidedPapers {
  const shell = useShell()
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const newest = useRef(decided)
  const put = useCallback((next: readonly Decided[]) => {
    newest.current = next
    setDecided(next)
  }, [])
  useEffect(() => {
    put([])
    if (!project) return
    let here = true
    readDecisions(shell, project).then((kept) => {
      if (here) put([...kept, ...newest.current])
    }, console.error)
    return () => {
      here = false
    }
  }, [shell, project, put])
  return {
    count: decided.length,
    newest: () => newest.current,
    keep(next) {
      put(next)
      // Who opens the review again can take back what was decided before; without that it goes on all the same.
      if (project) keepDecisions(shell, project, next).catch(console.error)
    },
  }
}
