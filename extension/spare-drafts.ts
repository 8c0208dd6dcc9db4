import browser from 'webextension-polyfill'
import type { Library } from '../src/library/library.ts'
import type { Draft } from './messages.ts'

const prefix = 'draft:'

/**
 * Keeps a draft that the library has no room for, in memory (`storage.session`) as long as the browser runs: it comes back when the
 * popup is opened again, though the disk is full.
 */
export function keepSpare(draft: Draft): Promise<void> {
  return browser.storage.session.set({ [prefix + draft.key]: draft })
}

/** Forgets the spare draft of a key, if there is one. */
export function dropSpare(key: string): Promise<void> {
  return browser.storage.session.remove(prefix + key)
}

/** The draft of a key, wherever it is kept; the library not being readable is no reason to give up the spare one. */
export async function draftOf(library: Library, key: string): Promise<Draft | undefined> {
  const [spare, [kept, error]] = await Promise.all([
    readSpare(key),
    library.drafts.get(key).then(
      (draft) => [draft, undefined] as const,
      (reason: unknown) => [undefined, reason] as const,
    ),
  ])
  if (spare && (!kept || spare.at >= kept.at)) return spare
  if (error !== undefined) throw error
  return kept
}

/** Every draft there is, the spare ones too. */
export async function allDrafts(library: Library): Promise<Draft[]> {
  const [kept, area] = await Promise.all([library.drafts.all(), browser.storage.session.get(null)])
  const spare = Object.keys(area).flatMap((key) =>
    key.startsWith(prefix) ? [asDraft(area[key])] : [],
  )
  return [...kept, ...spare.filter((draft) => draft !== undefined)]
}

async function readSpare(key: string): Promise<Draft | undefined> {
  const at = prefix + key
  return asDraft((await browser.storage.session.get(at))[at])
}

/** Only we write there, with a message's own check before it. */
function asDraft(value: unknown): Draft | undefined {
  return typeof value === 'object' && value !== null && 'key' in value && 'fields' in value
    ? (value as Draft)
    : undefined
}
