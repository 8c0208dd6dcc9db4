import { onSettings, readSettings, type Theme } from '../settings.ts'

/** Shows the page in the theme that the person has set, now and when that changes. */
export async function followTheme(): Promise<void> {
  onSettings(({ theme }) => show(theme))
  show((await readSettings()).theme)
}

/** The style sheets give each colour twice; the page's `color-scheme` says which of them holds. */
function show(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme
}
