import { useEffect, useState } from 'preact/hooks'
import { errorText } from '../ui/error-text.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { ReviewOrder } from './review-order.ts'
import { type Project, waitingPapers } from './waiting-papers.ts'

/** The order of a project's papers, undefined while it is read; `of` is how many papers the project has. */
export function useOrder(project: Project | undefined): {
  order: ReviewOrder | undefined
  of: number
} {
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [order, setOrder] = useState<ReviewOrder>()
  const [of, setOf] = useState(0)
  useEffect(() => {
    let here = true
    setOrder(undefined)
    if (!project) return
    waitingPapers(library, project).then(
      ({ waiting, decided }) => {
        if (!here) return
        setOf(waiting.length + decided)
        setOrder(new ReviewOrder(waiting))
      },
      (error: unknown) => fail(errorText(error)),
    )
    return () => {
      here = false
    }
  }, [library, project, fail])
  return { order, of }
}
