import { expect, it } from 'vitest'
import { referenceLanguage, referenceLanguages } from '../../src/references/languages.ts'
import { writeReferences } from '../../src/references/write-references.ts'
import { papers } from './papers.ts'
import { toolsFor } from './tools.ts'

it.each([
  ['en', 'en-US'],
  ['en-GB', 'en-GB'],
  ['en-AU', 'en-US'],
  ['de', 'de-DE'],
  ['de-AT', 'de-DE'],
  ['fr-CA', 'fr-FR'],
  ['es-419', 'es-ES'],
  ['zh-CN', 'zh-CN'],
  ['ar-EG', 'ar'],
  ['nl', 'en-US'],
])('%s is written in %s', (wanted, language) => {
  expect(referenceLanguage(wanted)).toBe(language)
})

/** “In”, “(ed.)” and “pp.” in each language, as its own locale has them. */
it.each([
  ['en-US', 'In Y. Ito (Ed.), Proceedings of the 9th Conference on Buoys (pp. 33–40)'],
  ['en-GB', 'In Y. Ito (Ed.), Proceedings of the 9th Conference on Buoys (pp. 33–40)'],
  ['de-DE', 'In Y. Ito (Hrsg.), Proceedings of the 9th Conference on Buoys (S. 33–40)'],
  ['fr-FR', 'In Y. Ito (Éd.), Proceedings of the 9th Conference on Buoys (p. 33‑40)'],
  ['es-ES', 'En Y. Ito (Ed.), Proceedings of the 9th Conference on Buoys (pp. 33-40)'],
  ['zh-CN', '收入 Y. Ito (编), Proceedings of the 9th Conference on Buoys (页 33–40)'],
  ['ar', 'في Y. Ito (تحقيق), Proceedings of the 9th Conference on Buoys (ص 33–40)'],
] as const)('APA speaks %s', async (language, part) => {
  expect(referenceLanguages).toContain(language)
  const { text } = await writeReferences([papers.conference], toolsFor('apa', language))
  expect(text.replace(/\u00a0/g, ' ')).toContain(part)
})

it('a style of one country keeps its language', async () => {
  const { text } = await writeReferences([papers.conference], toolsFor('harvard', 'de-DE'))
  expect(text).toContain('in Y. Ito (ed.)')
})
