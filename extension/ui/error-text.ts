import { t } from '../i18n.ts'

/** What an error says to a person: its own sentence, or the one for errors that have none. */
export function errorText(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : t('errorUnexpected')
}
