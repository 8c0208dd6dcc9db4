import type { Pass } from '../settings.ts'
import type { LibraryReader } from '../ui/library-reader.ts'
import { joined } from './review-order.ts'

/** The papers that a review is about: those that a search finds (empty: all), and what they are decided by. */
export interface Project {
  search: string
  pass: Pass
}

/** The row numbers of the papers that wait for a decision, and how many of the project have theirs. */
export async function waitingPapers(
  library: LibraryReader,
  { search, pass }: Project,
): Promise<{ waiting: Uint32Array; decided: number }> {
  const find = (text: string) => library.numbers({ text, tags: [] })
  // Of two decisions in a search the last one counts, so that one of the project's own would be put aside.
  const own = /(?:^|\s)is:/i.test(search) ? new Set(await find(search)) : undefined
  const ask = async (standing: string) => {
    const found = await find(`${closed(search)} ${standing}`.trim())
    return own ? found.filter((n) => own.has(n)) : found
  }
  if (pass === 'abstract') {
    const [waiting, all] = await Promise.all([ask('is:unread'), ask('')])
    return { waiting, decided: all.length - waiting.length }
  }
  // Those that are sure come first.
  const [sure, maybe, assessed] = await Promise.all([
    ask('is:include -is:assessed'),
    ask('is:maybe -is:assessed'),
    ask('is:assessed'),
  ])
  return { waiting: joined(sure, maybe), decided: assessed.length }
}

/** A search behind which more can be said: a quotation that was begun is ended. */
function closed(search: string): string {
  return (search.match(/["“”«»]/g)?.length ?? 0) % 2 === 0 ? search : `${search}"`
}
