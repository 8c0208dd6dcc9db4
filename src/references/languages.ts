/** The languages that references can be written in, by their names in the Citation Style Language's collection of locales. */
export const referenceLanguages = [
  'en-US',
  'en-GB',
  'de-DE',
  'fr-FR',
  'es-ES',
  'zh-CN',
  'ar',
] as const

/** A language of references. */
export type ReferenceLanguage = (typeof referenceLanguages)[number]

/** The language of references that fits a language of the interface (BCP 47) best; American English where none does. */
export function referenceLanguage(wanted: string): ReferenceLanguage {
  const exact = referenceLanguages.find((each) => each.toLowerCase() === wanted.toLowerCase())
  const [primary] = wanted.toLowerCase().split('-')
  return exact ?? referenceLanguages.find((each) => each.split('-')[0] === primary) ?? 'en-US'
}
