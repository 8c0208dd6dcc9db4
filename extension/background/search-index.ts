import { library } from './library.ts'

/**
 * Puts the search index in order after a change: small parts become larger ones, and what is not in it yet is put in.
 * One at a time in the whole profile: whoever is at it already does it for all. It may be ended at any time, and goes
 * on with the next change or the next start.
 */
export function keepIndex(): void {
  navigator.locks
    .request('offprint-index', { ifAvailable: true }, (lock) => lock && library.index())
    .catch(console.error)
}
