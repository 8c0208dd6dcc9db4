/**
 * A puppeteer selector for what a screen reader calls by this role and name:
 * `popup.locator(byRole('combobox', 'Tags'))`.
 */
export function byRole(role: string, name: string): string {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`
}
