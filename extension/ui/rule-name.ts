import { t } from '../i18n.ts'

/** A boilerplate rule's name for a person: its own sentence where there is one, else its id in words. */
export function ruleName(rule: string): string {
  const key = `rule_${rule.replaceAll('-', '_')}`
  const name = t(key)
  if (name !== key) return name
  const words = rule.replaceAll('-', ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
