import { expect, it } from 'vitest'
import { htmlOf, ownHtml } from '../../src/references/own-html.ts'

const normal = '<span style="font-style:normal;">'

it.each([
  ['<i>Tides</i>, <b>7</b>, CO<sub>2</sub>', '<i>Tides</i>, <b>7</b>, CO<sub>2</sub>'],
  ['&#60;img&#62; &#38;', '&#60;img&#62; &#38;'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['<i onclick="x">a</i>', '&lt;i onclick="x"&gt;a'],
  ['<a href="javascript:x">a</a>', '&lt;a href="javascript:x"&gt;a&lt;/a&gt;'],
  ['p < 0.05 > q', 'p &lt; 0.05 &gt; q'],
  ['<i>never closed', '<i>never closed</i>'],
  ['<i>a<b>c</i>d</b>', '<i>a<b>cd</b></i>'],
  ['</i>a', 'a'],
  [`<i>On ${normal}Fagus</span> here</i>`, '<i>On </i>Fagus<i> here</i>'],
  [`<i>${normal}Fagus</span></i>`, 'Fagus'],
  [`<i>On ${normal}Fagus`, '<i>On </i>Fagus'],
  [`<b>${normal}x</span></b>`, '<b>x</b>'],
  ['<span style="font-variant:small-caps;">x</span>y', 'xy'],
  ['<span style="background:url(x)">y</span>', '&lt;span style="background:url(x)"&gt;y'],
])('%s', (html, own) => {
  expect(ownHtml(html)).toBe(own)
})

it('text is text', () => {
  expect(htmlOf('a < b & <i>')).toBe('a &lt; b &amp; &lt;i&gt;')
})
