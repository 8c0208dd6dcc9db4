import { afterEach, expect, test, vi } from 'vitest'
import { latexWriter } from '../../../extension/content/latex-writer.ts'
import { parseMathml } from '../../../src/text/mathml-tree.ts'

afterEach(() => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'offprintToLatex')
})

const tree = parseMathml('<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>')

test('there is none before the second script came', () => {
  expect(latexWriter()).toBeUndefined()
})

test('the second script leaves one', async () => {
  await import('../../../extension/content/mathematics.iife.ts')
  expect(tree && latexWriter()?.(tree)).toBe('\\frac{a}{b}')
})

test('what else stands in its place is not believed', () => {
  Reflect.set(globalThis, 'offprintToLatex', 'text')
  expect(latexWriter()).toBeUndefined()
  Reflect.set(globalThis, 'offprintToLatex', () => 5)
  expect(tree && latexWriter()?.(tree)).toBeUndefined()
})
