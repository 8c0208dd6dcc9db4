import type { Decision } from '../../src/item/record.ts'
import type { Shell } from '../ui/shell.ts'
import type { Project } from './waiting-papers.ts'

/** A decision of a review, as it is kept for whoever opens the review again. */
export interface KeptDecision {
  id: string
  made: Decision
  /** What the record had before. */
  before: { decision: Decision | null; reason: string | null; assessed?: true | null }
}

/** Decisions that are kept of a project. */
const most = 50

/** The last decisions of a project, the newest last; none where nothing was decided since the browser was started. */
export async function readDecisions(
  { memory }: Pick<Shell, 'memory'>,
  project: Project,
): Promise<readonly KeptDecision[]> {
  const kept = await memory.read(nameOf(project))
  return Array.isArray(kept) ? kept : []
}

/** Keeps a project's last decisions. */
export function keepDecisions(
  { memory }: Pick<Shell, 'memory'>,
  project: Project,
  decided: readonly KeptDecision[],
): Promise<void> {
  const kept = decided.slice(-most).map(({ id, made, before }) => ({ id, made, before }))
  return memory.keep(nameOf(project), kept)
}

function nameOf({ search, pass }: Project): string {
  return `review:${pass}:${search}`
}
