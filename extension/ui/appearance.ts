import { direction, language, spokenLocale } from '../i18n.ts'
import { onSettings, readSettings, type Settings } from '../settings.ts'
import { showTheme } from './theme.ts'

/**
 * Shows the page in the theme and the language that the person has set, now and when they change; `redraw` is called when another
 * language is spoken than before. Nothing is to be drawn before it has ended; it never rejects.
 */
export async function followAppearance(redraw: () => void): Promise<void> {
  showLanguage()
  let turn = readSettings().then(show).then(undefined, failed)
  onSettings((settings) => {
    // Of two choices in a row the last one holds, whichever is loaded first.
    turn = turn.then(() => show(settings)).then((isOther) => isOther && redraw(), failed)
  })
  await turn
}

/** True where another language is spoken than before. */
async function show({ theme, language: wanted }: Settings): Promise<boolean> {
  showTheme(theme)
  if (wanted === (spokenLocale() ?? 'system')) return false
  // Nobody else is to wait for it.
  const { speakLanguage } = await import('./chosen-language.ts')
  await speakLanguage(wanted)
  showLanguage()
  return true
}

/** Tells assistive technology and the style sheets the interface's language and direction. */
function showLanguage(): void {
  document.documentElement.lang = language()
  document.documentElement.dir = direction()
}

function failed(error: unknown): void {
  console.error('Failed to show the page as it was set', error)
}
