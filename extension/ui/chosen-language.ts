import { type Sentences, speak } from '../i18n.ts'
import { languages } from '../languages.ts'
import type { Locale, Settings } from '../settings.ts'
import { leaveSentences } from '../stored-sentences.ts'

/** A file of `_locales`, as browsers want it; in a built package a sentence without placeholders is its words alone. */
export interface Messages {
  [key: string]: string | Message
}

interface Message {
  message: string
  placeholders?: { [name: string]: { content: string } }
}

/** Nothing but the browser's own language is there before it is asked for: each other is a script of its own. */
const files = import.meta.glob<Messages>('../public/_locales/*/messages.json', {
  import: 'default',
})

/** Has this page speak a language from now on, or the browser's own. What is shown already has to be drawn anew. */
export async function speakLanguage(wanted: Settings['language']): Promise<void> {
  const sentences = wanted === 'system' ? undefined : await sentencesOf(wanted)
  speak(sentences)
  leaveSentences(sentences).catch((error: unknown) =>
    console.error('Failed to leave the sentences for the background', error),
  )
}

/** All sentences of a language, as they stand in the package. */
export async function sentencesOf(locale: Locale): Promise<Sentences> {
  const load = files[`../public/_locales/${locale}/messages.json`]
  if (!load) throw new Error(`No sentences in ${locale}`)
  const of = Object.entries(await load()).map(([key, each]) => [
    key,
    typeof each === 'string' ? each : withNumbers(each),
  ])
  return {
    locale,
    of: { ...Object.fromEntries(of), '@@bidi_dir': languages[locale].direction },
  }
}

/** A message whose `$TITLE$` is `$1`, as its placeholders say. */
function withNumbers({ message, placeholders = {} }: Message): string {
  return message.replace(
    /\$(\w+)\$/g,
    (all, name: string) => placeholders[name.toLowerCase()]?.content ?? all,
  )
}
