import { describe, expect, test } from 'vitest'
import { decodeEntities } from '../../src/text/entities.ts'
import { textOfMarkup, withoutInline } from '../../src/text/markup.ts'

describe('textOfMarkup', () => {
  test.each([
    ['plain text', 'a < b & c', 'a < b & c'],
    ['an element named as what every object has', '<constructor>One</constructor>', 'One'],
    ['HTML', '<p>One <b>two</b></p><p>three', 'One two three'],
    ['escaped HTML', '&lt;p&gt;One &amp;amp; two&lt;/p&gt;', 'One & two'],
    ['HTML escaped twice', '&amp;lt;p&amp;gt;One', '&lt;p&gt;One'],
    [
      'JATS',
      '<jats:title>Abstract</jats:title><jats:p>H<jats:sub>2</jats:sub>O</jats:p>',
      'Abstract H<sub>2</sub>O',
    ],
    ['italics', 'of <em>Escherichia coli</em>', 'of <i>Escherichia coli</i>'],
    ['empty tags', 'a<i></i> b', 'a b'],
    ['references', '&alpha;-&beta; caf&eacute; &#8211; &#x2264;', 'α-β café – ≤'],
    ['a script', '<script>alert(1)</script>x', 'alert(1)x'],
  ])('reads %s', (_name, value, expected) => expect(textOfMarkup(value)).toBe(expected))
})

test('unknown and broken references stay as they are', () => {
  expect(decodeEntities('&nosuch; &; &#0; &#xD800; &#99999999; R&D')).toBe(
    '&nosuch; &; &#0; &#xD800; &#99999999; R&D',
  )
})

test('withoutInline takes off what CSL knows and nothing else', () => {
  expect(withoutInline('<i>a</i> < <b>b</b> <em>c</em>')).toBe('a < b <em>c</em>')
})
