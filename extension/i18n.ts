import browser from 'webextension-polyfill'
import { perLanguage } from './per-language.ts'

const plurals = perLanguage((language) => new Intl.PluralRules(language))
const numbers = perLanguage((language) => new Intl.NumberFormat(language))
const days = perLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }))

/**
 * The language of the interface, BCP 47: the browser's, with its region, where its sentences are shown, else that of the sentences. In a
 * browser whose language has none they are English, and so must plurals and dates be.
 */
export function language(): string {
  const shown = browser.i18n.getMessage('locale')
  const wanted = browser.i18n.getUILanguage()
  return shown === '' || baseOf(shown) === baseOf(wanted) ? wanted : shown
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag
}

/** The sentence that `_locales` has for a key, its `$1` … `$9` filled in; the key itself where it has none. */
export function t(key: string, ...fill: (string | number)[]): string {
  const sentence = browser.i18n.getMessage(key, fill.map(spoken))
  return sentence === '' ? key : sentence
}

/**
 * The sentence for so many things: `key_one`, `key_other` … by the language's plural rules (CLDR),
 * `key_other` where it lacks the form; `$1` is the number, and further substitutions follow.
 */
export function plural(key: string, count: number, ...fill: (string | number)[]): string {
  const form = `${key}_${plurals(language()).select(count)}`
  const sentence = browser.i18n.getMessage(form, [count, ...fill].map(spoken))
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
