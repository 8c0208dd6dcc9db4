import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { number, plural, t } from '../../extension/i18n.ts'
import { brokenReasons, lossReasons } from '../../src/formats/entry.ts'
import { backupTroubles } from '../../src/formats/json.ts'
import { libraryTroubles } from '../../src/library/library-error.ts'
import { messages } from './support/fake-browser.ts'

vi.mock('webextension-polyfill', () => import('./support/fake-browser.ts'))

const root = resolve(import.meta.dirname, '../..')
const code = readdirSync(resolve(root, 'extension'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => `extension/${file}`)
const all = ['manifest.json', ...code]
  .map((file) => readFileSync(resolve(root, file), 'utf8'))
  .join('\n')
const keys = new Set(Object.keys(messages))

test('every sentence that is asked for is there', () => {
  const asked = [...all.matchAll(/\bt\('(\w+)'/g)].map((match) => match[1] ?? '')
  const counted = [...all.matchAll(/\bplural\('(\w+)'/g)].flatMap((match) => [
    `${match[1]}_one`,
    `${match[1]}_other`,
  ])
  expect(asked.length).toBeGreaterThan(50)
  expect([...asked, ...counted].filter((key) => !keys.has(key))).toEqual([])
})

test('every sentence that is there is asked for', () => {
  const unused = [...keys].filter((key) => {
    const name = key.replace(/_(one|other)$/, '')
    return (
      !all.includes(`'${name}'`) &&
      !all.includes(`__MSG_${name}__`) &&
      !all.includes(`?sentence=${name}'`)
    )
  })
  expect(unused.filter((key) => !/^(?:rule|broken|loss|backup|trouble)_/.test(key))).toEqual([])
})

test('every rule has a sentence', () => {
  const ids = readdirSync(resolve(root, 'src/boilerplate')).flatMap((file) => {
    const text = readFileSync(resolve(root, 'src/boilerplate', file), 'utf8')
    return [...text.matchAll(/\bid: '([a-z-]+)'/g)].map(([, id = '']) => id)
  })
  expect(ids.length).toBeGreaterThan(20)
  expect(ids.filter((id) => !keys.has(`rule_${id.replaceAll('-', '_')}`))).toEqual([])
})

test('every rule that has a sentence is a rule', () => {
  const rules = readdirSync(resolve(root, 'src/boilerplate'))
    .map((file) => readFileSync(resolve(root, 'src/boilerplate', file), 'utf8'))
    .join('\n')
  const named = [...keys].filter((key) => key.startsWith('rule_'))
  expect(named.length).toBeGreaterThan(10)
  const ids = named.map((key) => key.slice('rule_'.length).replaceAll('_', '-'))
  expect(ids.filter((id) => !rules.includes(`'${id}'`))).toEqual([])
})

test.each([
  ['broken_', brokenReasons],
  ['loss_', lossReasons],
  ['backup_', backupTroubles],
  ['trouble_', libraryTroubles],
])('each reason why something cannot be done has a sentence: %s', (start, codes) => {
  const sentences = [...keys].filter((key) => key.startsWith(start))
  const reasons = codes.map((code) => `${start}${code.replaceAll('-', '_')}`)
  expect(sentences.toSorted()).toEqual(reasons.toSorted())
})

test('numbers are written as the language has it, and the plural follows the number', () => {
  expect(number(1204)).toBe('1,204')
  expect(plural('papers', 1)).toBe('1 paper')
  expect(plural('papers', 1204)).toBe('1,204 papers')
  expect(t('shownOfAll', 4, 1204)).toBe('4 of 1,204')
})

test('a key without a sentence is shown as it is', () => {
  expect(t('noSuchKey')).toBe('noSuchKey')
})
