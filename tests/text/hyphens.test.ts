import { describe, expect, test } from 'vitest'
import { joinHyphens } from '../../src/text/hyphens.ts'
import { readLines } from '../../src/text/lines.ts'
import { repair } from '../../src/text/repair.ts'
import { collapse, tidy } from '../../src/text/space.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'
import { documentOf } from '../support/page.ts'

const joined = (text: string): string => collapse(joinHyphens(text))

describe('words cut at the end of a line', () => {
  test.each([
    ['an ending that is no word', 'the hyphen-\nation of words', 'the hyphenation of words'],
    ['white space around the end', 'treat- \n   ment', 'treatment'],
    ['the word elsewhere', 'a lark-\nspur and a larkspur', 'a larkspur and a larkspur'],
    ['the compound elsewhere', 'low-\nlight or low-light', 'low-light or low-light'],
    [
      'a compound elsewhere whose end is an ending',
      'x-ray-\ned and sun-\ndried, sun-dried',
      'x-rayed and sun-dried, sun-dried',
    ],
    ['a first part that makes compounds', 'self-\nment, well-\nknown', 'self-ment, well-known'],
    ['a first part that is as often written together', 'inter-\nnational', 'international'],
    [
      'two words of the text',
      'a lamp-\nler: the lamp and the ler',
      'a lamp-ler: the lamp and the ler',
    ],
    [
      'an ending that is a word',
      'a loss-\nfraction, a wave-\nmotion',
      'a loss-fraction, a wave-motion',
    ],
    ['nothing to go by', 'the lamp-\nkeeper', 'the lamp-keeper'],
    ['capitals', 'B-\ncell and Anglo-\nSaxon', 'B-cell and Anglo-Saxon'],
    ['digits', 'CD4-\npositive, 10-\n20', 'CD4-positive, 10-20'],
    ['a word left out', 'first-\nand second-line', 'first- and second-line'],
    ['a dash', 'it was –\nso', 'it was – so'],
    ['no line end', 'hyphen-ation hyphen- ation', 'hyphen-ation hyphen- ation'],
  ])('%s', (_name, text, expected) => expect(joined(text)).toBe(expected))

  test('a soft hyphen at the end of a line was a cut', () => {
    expect(collapse(tidy('lamp\u00ad\nkeeper and ke\u00adeper'))).toBe('lampkeeper and keeper')
  })

  test.each(['a-\n', 'a- ', '-\n', 'a', 'a-', '\u00ad ', '\u00ad\n', 'a-\nb'])(
    'ten times as much of %j takes ten times as long',
    untilMeasured,
    (part) => growsLinearly(repeated(part), (text) => repair(tidy(`a-\n${text}`))),
  )
})

describe('readLines', () => {
  const read = (text: string): string[] => {
    const { body } = documentOf('<pre></pre>')
    const pre = body.firstElementChild
    if (pre) pre.textContent = text
    return readLines(body).map((block) => block.text)
  }
  const line = 'The lamps of forty-one towers were counted by the keepers'
  test('makes wrapped lines a paragraph and words whole', () => {
    expect(
      read(
        `${line} who signed the regis-\ntration each night, and the e\ufb03cient ones twice a calendar\nyear.`,
      ),
    ).toEqual([
      `${line} who signed the registration each night, and the efficient ones twice a calendar year.`,
    ])
    expect(read(`${line} who signed the regis-\ntration.`)).toEqual([
      `${line} who signed the registration.`,
    ])
  })
  test('leaves single lines single', () => {
    expect(read(`${line}\nA. Keeper\n\nShare`)).toEqual([line, 'A. Keeper', 'Share'])
  })
})
