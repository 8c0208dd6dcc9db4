import browser from 'webextension-polyfill'
import { perLanguage } from './per-language.ts'
import type { Locale } from './settings.ts'

const plurals = perLanguage((language) => new Intl.PluralRules(language))
const numbers = perLanguage((language) => new Intl.NumberFormat(language))
const days = perLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }))

/** Every sentence of a language that a person has chosen, by its key, `@@bidi_dir` too; `$1` … `$9` stand where something is filled in. */
export interface Sentences {
  locale: Locale
  of: { readonly [key: string]: string }
}

let chosen: Sentences | undefined

/** Has all that follows said in these sentences, or in the browser's language where there are none. */
export function speak(sentences: Sentences | undefined): void {
  chosen = sentences
}

/** The language that is spoken because a person has chosen it. */
export function spokenLocale(): Locale | undefined {
  return chosen?.locale
}

/** Which way the interface runs. */
export function direction(): 'ltr' | 'rtl' {
  return sentenceFor('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr'
}

/**
 * The language of the interface, BCP 47: the browser's, with its region, where its sentences are shown, else that of the sentences. In a
 * browser whose language has none they are English, and so must plurals and dates be.
 */
export function language(): string {
  const shown = sentenceFor('locale')
  const wanted = browser.i18n.getUILanguage()
  return wanted.startsWith(shown) ? wanted : shown
}

/** The sentence that `_locales` has for a key, its `$1` … `$9` filled in; the key itself where it has none. */
export function t(key: string, ...fill: (string | number)[]): string {
  const sentence = sentenceFor(key, fill.map(spoken))
  return sentence === '' ? key : sentence
}

/**
 * The sentence for so many things: `key_one`, `key_other` … by the language's plural rules (CLDR),
 * `key_other` where it lacks the form; `$1` is the number, and further substitutions follow.
 */
export function plural(key: string, count: number, ...fill: (string | number)[]): string {
  const form = `${key}_${plurals(language()).select(count)}`
  const sentence = sentenceFor(form, [count, ...fill].map(spoken))
  return sentence === '' ? t(`${key}_other`, count, ...fill) : sentence
}

/** A whole number as the interface's language writes it: `1,204`. */
export function number(value: number): string {
  return numbers(language()).format(value)
}

/** A day as the interface's language writes it (`24 Nov 2026`), from an ISO 8601 instant. */
export function day(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : days(language()).format(time)
}

function spoken(value: string | number): string {
  return typeof value === 'number' ? number(value) : value
}

/** A sentence of the chosen language, else of the browser's, which may have one that an update has added; empty where there is none. */
function sentenceFor(key: string, fill: string[] = []): string {
  if (!chosen || !Object.hasOwn(chosen.of, key)) return browser.i18n.getMessage(key, fill)
  return filled(chosen.of[key] ?? '', fill)
}

/** Fills a sentence in as the browser does: `$1` … `$9` are what is given or nothing, and of several `$` one less is left. */
function filled(sentence: string, fill: readonly string[]): string {
  return sentence.replace(/\$(\$+|[1-9])/g, (_all, what: string) =>
    what.startsWith('$') ? what : (fill[Number(what) - 1] ?? ''),
  )
}
