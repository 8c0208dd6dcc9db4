import { t } from '../i18n.ts'

/** What is said after something was taken back, fields that had changed since being left as they are. */
export function undoneSentence(kept: number): string {
  return kept > 0 ? t('undoneKept', kept) : t('undone')
}
