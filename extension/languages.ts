import type { Locale } from './settings.ts'

/** The languages that Offprint speaks: the name that each has for itself, its tag (BCP 47), and which way it is written. */
export const languages: {
  readonly [locale in Locale]: { name: string; tag: string; direction: 'ltr' | 'rtl' }
} = {
  en: { name: 'English', tag: 'en', direction: 'ltr' },
  de: { name: 'Deutsch', tag: 'de', direction: 'ltr' },
  fr: { name: 'Français', tag: 'fr', direction: 'ltr' },
  es: { name: 'Español', tag: 'es', direction: 'ltr' },
  zh_CN: { name: '简体中文', tag: 'zh-CN', direction: 'ltr' },
  ar: { name: 'العربية', tag: 'ar', direction: 'rtl' },
}
