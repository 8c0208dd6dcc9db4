import { arxiv } from './arxiv.ts'
import type { Portal } from './portal.ts'
import { pubmed } from './pubmed.ts'
import { qxmd } from './qxmd.ts'

/** Every portal that we know by its address, in alphabetical order; the order never decides. */
export const portals: readonly Portal[] = [arxiv, pubmed, qxmd]
