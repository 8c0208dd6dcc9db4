import { expect, test } from 'vitest'
import { loadCitations } from '../../../extension/ui/load-citations.ts'
import { writeReferences } from '../../../src/references/write-references.ts'
import { expected } from '../../references/expected.ts'
import { papers } from '../../references/papers.ts'

test('a style comes with the language that is wanted', async () => {
  const tools = await loadCitations('apa', 'de-DE')
  expect(Object.keys(tools.locales)).toEqual(['en-US', 'de-DE'])
  expect((await writeReferences([papers.conference], tools)).text).toContain('In Y. Ito (Hrsg.), ')
})

test('a style that has a language comes with that', async () => {
  const tools = await loadCitations('harvard', 'ar')
  expect(Object.keys(tools.locales)).toEqual(['en-US', 'en-GB'])
  const { html } = await writeReferences([papers.conference], tools)
  expect(html).toBe(expected.conference.harvard)
})
