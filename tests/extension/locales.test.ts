import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, 'extension/public/_locales')

type Messages = { [key: string]: { message: string } }

const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(resolve(folder, locale, 'messages.json'), 'utf8'))

const english = messagesOf('en')
const locales = readdirSync(folder).sort()
const forms = /_(zero|one|two|few|many|other)$/

/** The keys of sentences that are there once for each plural form, without the form. */
const counted = new Set(
  Object.keys(english).flatMap((key) => (key.endsWith('_other') ? [key.replace(forms, '')] : [])),
)
const isForm = (key: string) => forms.test(key) && counted.has(key.replace(forms, ''))

const placeholders = (text: string) => [...text.matchAll(/\$\d/g)].map(String).sort()

describe('languages', () => {
  it('are English, German, French, Spanish, Simplified Chinese and Arabic', () => {
    expect(locales).toEqual(['ar', 'de', 'en', 'es', 'fr', 'zh_CN'])
  })

  describe.each(locales)('%s', (locale) => {
    const messages = messagesOf(locale)
    const tag = locale.replace('_', '-')
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories

    it('has every sentence, in each plural form that the language has, and no other', () => {
      const wanted = Object.keys(english).flatMap((key) => {
        if (!isForm(key)) return [key]
        const base = key.replace(forms, '')
        return key.endsWith('_other') ? categories.map((form) => `${base}_${form}`) : []
      })
      expect(Object.keys(messages).sort()).toEqual(wanted.sort())
    })

    it('says something everywhere, with the same places to fill in', () => {
      for (const [key, { message }] of Object.entries(messages)) {
        expect(message.trim(), key).not.toBe('')
        const base = key.replace(forms, '')
        const source = isForm(key) ? english[`${base}_other`] : english[key]
        const wanted = placeholders(source?.message ?? '')
        // A form for one number alone may say that in a word: "two papers".
        const [here, there] = /_(zero|one|two)$/.test(key)
          ? [message, source?.message ?? ''].map((text) =>
              placeholders(text).filter((one) => one !== '$1'),
            )
          : [placeholders(message), wanted]
        expect(here, key).toEqual(there)
      }
    })

    it('has a description that the stores take', () => {
      expect(messages.extName?.message).toBe('Offprint')
      expect((messages.extDescription?.message ?? '').length).toBeLessThanOrEqual(132)
    })
  })
})

describe('components', () => {
  const files = readdirSync(resolve(root, 'extension'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replaceAll('\\', '/'))

  it.each(files)('%s says nothing of its own', (file) => {
    expect(spokenIn(readFileSync(resolve(root, 'extension', file), 'utf8'))).toEqual([])
  })

  it('a word that stands in one would be noticed', () => {
    expect(spokenIn('<p>Hello</p>')).toEqual(['Hello'])
    expect(spokenIn('<input placeholder="Type here" class="field" />')).toEqual(['Type here'])
    expect(spokenIn("<p>{open ? 'Yes' : `No`}</p>")).toEqual(['Yes', 'No'])
    expect(spokenIn("<p>{t('yes')} · {'+'}</p>")).toEqual([])
  })
})

/** Attributes that a person hears or sees. */
const spoken = new Set(['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'label'])

/** Words in a component's own text or spoken attributes. */
function spokenIn(code: string): string[] {
  const { program } = parseSync('component.tsx', code, { lang: 'tsx' })
  const found: string[] = []
  visit(program, false)
  return found

  function visit(node: unknown, isSpoken: boolean): void {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, isSpoken)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const { type } = node as { type?: string }
    const part = node as { [key: string]: unknown }
    if (type === 'JSXText') tell(part.value)
    // What is called or compared inside braces is no text itself.
    else if (type === 'CallExpression' || type === 'BinaryExpression') visitAll(part, false)
    else if (type === 'JSXAttribute') {
      const { name } = part.name as { name?: unknown }
      visit(part.value, typeof name === 'string' && spoken.has(name))
    } else if (type === 'JSXElement' || type === 'JSXFragment') {
      visit(part.openingElement, false)
      visit(part.children, true)
    } else if (type === 'ConditionalExpression') {
      visit(part.test, false)
      visit([part.consequent, part.alternate], isSpoken)
    } else if (type === 'LogicalExpression') {
      visit(part.left, false)
      visit(part.right, isSpoken)
    } else if (type === 'Literal') {
      if (isSpoken) tell(part.value)
    } else if (type === 'TemplateElement') {
      if (isSpoken) tell((part.value as { cooked?: unknown }).cooked)
    } else if (type === 'ArrowFunctionExpression' || type === 'ObjectExpression')
      visitAll(part, false)
    else visitAll(part, isSpoken)
  }

  function visitAll(part: { [key: string]: unknown }, isSpoken: boolean): void {
    for (const value of Object.values(part)) visit(value, isSpoken)
  }

  function tell(text: unknown): void {
    const said = String(text).trim()
    if (/\p{L}{2}/u.test(said)) found.push(said)
  }
}
