import browser from 'webextension-polyfill'
import { isObject } from '../src/item/parse-value.ts'
import { type Sentences, spokenLocale } from './i18n.ts'
import { locales } from './settings.ts'

/** Where the sentences of a chosen language stand for the background, whose worker can load no script after its start. */
export const sentencesKey = 'sentences'
/** Of which language and version they are, in a few letters. */
const markKey = 'sentencesOf'

/** The sentences of the language that was chosen; undefined where the browser's own is spoken. */
export async function readSentences(): Promise<Sentences | undefined> {
  const value: unknown = (await browser.storage.local.get(sentencesKey))[sentencesKey]
  if (!isObject(value) || !isObject(value.of)) return undefined
  const locale = locales.find((each) => each === value.locale)
  // A page of ours wrote them, as they stand in the package.
  return locale && { locale, of: value.of as Sentences['of'] }
}

/** Leaves the sentences that this page speaks for the background, where those of another language or version are there. */
export async function leaveSentences(sentences: Sentences | undefined): Promise<void> {
  const mark = sentences && `${sentences.locale} ${browser.runtime.getManifest().version}`
  const before: unknown = (await browser.storage.local.get(markKey))[markKey]
  // Another language may have been chosen meanwhile.
  if (before === mark || spokenLocale() !== sentences?.locale) return
  if (sentences) await browser.storage.local.set({ [sentencesKey]: sentences, [markKey]: mark })
  else await browser.storage.local.remove([sentencesKey, markKey])
}
