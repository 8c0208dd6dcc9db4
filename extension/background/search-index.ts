import { library } from './library.ts'

/**
 * Puts the search index in order after a change: small segments become larger ones, and what is not in it yet is put in. It
 * may be ended at any time, and goes on with the next change or the next start.
 */
export function keepIndex(): void {
  library.index().catch((error: unknown) => console.error('Failed to keep the index', error))
}
