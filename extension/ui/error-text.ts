import { LibraryError, type LibraryTrouble } from '../../src/library/library-error.ts'
import { t } from '../i18n.ts'

/** The sentences for the troubles that are always the same; the others say of themselves what it was. */
const sentences = {
  blocked: 'troubleBlocked',
  newer: 'troubleNewer',
  full: 'troubleFull',
  unreadable: 'troubleUnreadable',
  many: 'troubleMany',
  busy: 'troubleBusy',
} as const satisfies Partial<Record<LibraryTrouble, string>>

/** What an error says to a person: the sentence for its trouble, or its own, or the one for errors that have none. */
export function errorText(error: unknown): string {
  if (error instanceof LibraryError && Object.hasOwn(sentences, error.trouble))
    return t(sentences[error.trouble as keyof typeof sentences])
  return error instanceof Error && error.message !== '' ? error.message : t('errorUnexpected')
}
