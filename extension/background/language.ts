import browser from 'webextension-polyfill'
import { speak, spokenLocale } from '../i18n.ts'
import { readSettings } from '../settings.ts'
import { readSentences, sentencesKey } from '../stored-sentences.ts'

let known: Promise<unknown> = Promise.resolve()

/** Waits until it is known which language the person has chosen: what the worker is woken for may come before that. */
export async function languageKnown(): Promise<void> {
  await known
}

/**
 * Has the background speak the language that the person has chosen, now and when that changes; `changed` is called where it is another
 * than before. A worker can load no script after its start, so our pages leave it the sentences.
 */
export function followLanguage(changed: () => void): void {
  known = speakChosen()
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !(sentencesKey in changes || 'setting:language' in changes)) return
    known = speakChosen().then((isOther) => isOther && changed())
  })
}

async function speakChosen(): Promise<boolean> {
  const before = spokenLocale()
  try {
    const { language } = await readSettings()
    const sentences = language === 'system' ? undefined : await readSentences()
    // Those of the language before are there until a page has left the new ones.
    speak(sentences?.locale === language ? sentences : undefined)
  } catch (error) {
    console.error('Failed to read the language', error)
  }
  return before !== spokenLocale()
}
