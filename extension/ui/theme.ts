import type { Theme } from '../settings.ts'

/** Shows the page in a theme. The style sheets give each colour twice; the page's `color-scheme` says which of them holds. */
export function showTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
}
