import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionsOfGlued, sectionsOfText } from '../../src/formats/labelled-sections.ts'
import { abstractText } from '../../src/item/abstract-text.ts'
import type { Section } from '../../src/item/record.ts'
import { tidy } from '../../src/text/space.ts'
import { anyText } from './any-record.ts'

describe('sectionsOfGlued', () => {
  it.each<[string, Section[]]>([
    [
      'AIMS: To weigh. MAIN METHODS: Scales. We did: so.\n \nMore.',
      [
        { label: 'AIMS', text: 'To weigh.' },
        { label: 'MAIN METHODS', text: 'Scales. We did: so.\n\nMore.' },
      ],
    ],
    ['We weigh. METHODS: Scales.', [{ text: 'We weigh. METHODS: Scales.' }]],
  ])('%j', (text, sections) => {
    expect(sectionsOfGlued(text)).toEqual(sections)
  })
})

describe('sectionsOfText', () => {
  it.each<[string, Section[]]>([
    ['', []],
    ['Dust: a review.', [{ text: 'Dust: a review.' }]],
    ['AIMS: To weigh.', [{ label: 'AIMS', text: 'To weigh.' }]],
    [
      'We weighed.\n\nMAIN OUTCOME MEASURE(S): Grams.\n\nMore grams.',
      [
        { text: 'We weighed.' },
        { label: 'MAIN OUTCOME MEASURE(S)', text: 'Grams.\n\nMore grams.' },
      ],
    ],
    [
      'Aims and methods: To weigh.\n\nFindings: None.',
      [
        { label: 'Aims and methods', text: 'To weigh.' },
        { label: 'Findings', text: 'None.' },
      ],
    ],
    [
      'Aims: To weigh.\n\nDust.\n\nFindings: None.',
      [
        { label: 'Aims', text: 'To weigh.\n\nDust.' },
        { label: 'Findings', text: 'None.' },
      ],
    ],
    ['Findings: None.\n\nMore.', [{ text: 'Findings: None.\n\nMore.' }]],
    ['ЦЕЛЬ: Пыль.', [{ label: 'ЦЕЛЬ', text: 'Пыль.' }]],
  ])('%j', (text, sections) => {
    expect(sectionsOfText(text)).toEqual(sections)
  })

  it('says the same text again', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        const text = texts.join('\n\n')
        expect(abstractText(sectionsOfText(text)) ?? '').toBe(tidy(tidy(text).trim()).trim())
      }),
    )
  })
})
