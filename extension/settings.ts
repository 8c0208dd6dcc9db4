import browser from 'webextension-polyfill'
import { isObject } from '../src/item/parse-value.ts'

/** The keys of review: those of Offprint, of Rayyan, of ASReview, or none. */
export const keyPresets = ['offprint', 'rayyan', 'asreview', 'none'] as const
export type KeyPreset = (typeof keyPresets)[number]

/** As the browser has it, or always the one or the other. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The languages that Offprint speaks, by their folders in `_locales`. */
export const locales = ['en', 'de', 'fr', 'es', 'zh_CN', 'ar'] as const
export type Locale = (typeof locales)[number]

/** What a review decides by: title and abstract, or then the full texts of what passed. */
export const passes = ['abstract', 'fullText'] as const
export type Pass = (typeof passes)[number]

/** What a person has set. */
export interface Settings {
  theme: Theme
  /** The language of the interface: the browser's, or one that was chosen. */
  language: 'system' | Locale
  /** True where a click on the toolbar button shows `Save` and does not save by itself. */
  askBeforeSaving: boolean
  /** By what citation keys are made from now on (citation-pattern.ts); empty for our own way. */
  citationKeyPattern: string
  /** In which style references are copied, the last one that was taken (styles.ts, which pages load when they need it); empty for the first. */
  referenceStyle: string
  reviewKeys: KeyPreset
  /** Keys of the person's own, in lower case, by what they do in review. */
  ownKeys: { readonly [act: string]: string }
  /** Words that speak for a paper and words that speak against it, which review marks. */
  wanted: readonly string[]
  unwanted: readonly string[]
  /** Searches that were kept for being reviewed by themselves, the last one first. */
  projects: readonly string[]
  /** The search whose papers are reviewed, empty for all; and by what. */
  reviewOf: string
  reviewPass: Pass
  /** Reasons for excluding, as they were used, the last one first. */
  reasons: readonly string[]
}

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  askBeforeSaving: false,
  citationKeyPattern: '',
  referenceStyle: '',
  reviewKeys: 'offprint',
  ownKeys: {},
  wanted: [],
  unwanted: [],
  projects: [],
  reviewOf: '',
  reviewPass: 'abstract',
  reasons: [],
}

/** Each setting stands by itself in `storage.local`, so that two pages which change two of them at once both have their way. */
const prefix = 'setting:'
const keys = Object.keys(defaultSettings).map((name) => prefix + name)

/** What a person has set; what is missing or is no setting is as it was before anybody set anything. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(keys)
  const values = Object.entries(stored).map(([key, value]) => [key.slice(prefix.length), value])
  return parseSettings(Object.fromEntries(values))
}

/** Changes some settings; all of them, as they are then. */
export async function changeSettings(changed: Partial<Settings>): Promise<Settings> {
  const values = Object.entries(changed).map(([name, value]) => [prefix + name, value])
  await browser.storage.local.set(Object.fromEntries(values))
  return readSettings()
}

/** Calls back with the settings when they were changed, by whichever page, until the returned function is called. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const listen = (changes: object, area: string) => {
    if (area !== 'local' || !Object.keys(changes).some((key) => key.startsWith(prefix))) return
    readSettings().then(listener, (error: unknown) =>
      console.error('Failed to read the settings', error),
    )
  }
  browser.storage.onChanged.addListener(listen)
  return () => browser.storage.onChanged.removeListener(listen)
}

/** Settings out of anything. */
export function parseSettings(value: unknown): Settings {
  if (!isObject(value)) return defaultSettings
  return {
    theme: themes.find((each) => each === value.theme) ?? 'system',
    language: locales.find((each) => each === value.language) ?? 'system',
    askBeforeSaving: value.askBeforeSaving === true,
    citationKeyPattern: textIn(value.citationKeyPattern),
    referenceStyle: textIn(value.referenceStyle),
    reviewKeys: keyPresets.find((each) => each === value.reviewKeys) ?? 'offprint',
    ownKeys: keysIn(value.ownKeys),
    wanted: textsIn(value.wanted),
    unwanted: textsIn(value.unwanted),
    projects: textsIn(value.projects),
    reviewOf: textIn(value.reviewOf),
    reviewPass: passes.find((each) => each === value.reviewPass) ?? 'abstract',
    reasons: textsIn(value.reasons),
  }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function keysIn(value: unknown): { [act: string]: string } {
  if (!isObject(value)) return {}
  const keys = Object.entries(value).flatMap(([act, key]) =>
    typeof key === 'string' ? [[act, key] as const] : [],
  )
  return Object.fromEntries(keys)
}

/** More words or reasons than this are no list that a person made. */
const mostTexts = 200

function textsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((each) => typeof each === 'string' && each !== '').slice(0, mostTexts)
    : []
}
