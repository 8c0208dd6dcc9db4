/**
 * Runs work on the search index while nobody else in the profile does: it is written in several transactions. Where somebody
 * does, their work is waited for, or done with: whoever is at it does it for all.
 */
export function exclusively(work: () => Promise<void>, wait: boolean): Promise<unknown> {
  return navigator.locks.request('offprint-index', { ifAvailable: !wait }, (lock) => lock && work())
}
