import { describe, expect, test } from 'vitest'
import { decodeEntities, decodeShown, entityCharacter } from '../../src/text/entities.ts'
import { repair } from '../../src/text/repair.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

describe('decodeEntities', () => {
  test.each([
    ['&alpha;&#946;&#x3b3;', 'αβγ'],
    ['&amp;lt;', '&lt;'],
    ['&ge; &lsim; &epsi; &Scaron; &lstrok;', '≥ ≲ ε Š ł'],
    ['&#150; &#146;', '– ’'],
    ['&nosuch; &#0; &#xD800; R&D', '&nosuch; &#0; &#xD800; R&D'],
  ])('%s gives %s', (text, decoded) => expect(decodeEntities(text)).toBe(decoded))
})

describe('decodeShown', () => {
  test.each([
    ['&#945;-helix', 'α-helix'],
    ['Taylor &amp; Francis', 'Taylor & Francis'],
    ['p &lt; 0.05 &lt;b&gt; &#60;', 'p < 0.05 &lt;b&gt; <'],
    ['p &lt; .05 and n &gt; 12', 'p < .05 and n > 12'],
    ['Bj|[ouml]|rn |[nosuch]| |x|', 'Björn |[nosuch]| |x|'],
    ['&amp;amp;alpha;', '&amp;alpha;'],
  ])('%s gives %s', (text, decoded) => expect(decodeShown(text)).toBe(decoded))
})

test('a reference is resolved twice at most: by the parser, and where it still shows', () => {
  const page = document('&amp;amp;amp;alpha; &amp;alpha;')
  expect(repair(page)).toBe('&amp;alpha; α')
})

test('entityCharacter knows names and nothing that is none', () => {
  expect(entityCharacter('ouml')).toBe('ö')
  expect(entityCharacter('equals')).toBe('=')
  expect(entityCharacter('constructor')).toBeUndefined()
})

test.each(['&', '&#', '&a', '&amp', '|[', '|[a', '&#1'])(
  'ten times as much of %s takes ten times as long',
  untilMeasured,
  (part) => growsLinearly(repeated(part), (text) => [decodeEntities(text), decodeShown(text)]),
)

function document(html: string): string {
  // What a parser makes of it.
  return html.replaceAll('&amp;', '&')
}
