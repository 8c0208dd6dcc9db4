import { LibraryError } from '../../src/library/library-error.ts'
import { number, t } from '../i18n.ts'

/** What an error says to a person: the sentence for the library's trouble (`trouble_no_record`), or its own, or the one for errors that have none. */
export function errorText(error: unknown): string {
  if (error instanceof LibraryError) {
    const fill = error.fill.map((each) => (typeof each === 'number' ? number(each) : each))
    return t(`trouble_${error.trouble.replaceAll('-', '_')}`, ...fill)
  }
  return error instanceof Error && error.message !== '' ? error.message : t('errorUnexpected')
}
