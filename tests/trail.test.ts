import { describe, expect, test } from 'vitest'
import { isPaper } from '../src/capture/page-kind.ts'
import type { Block } from '../src/text/block.ts'
import { comparable } from '../src/text/comparable.ts'
import { readBlocks } from '../src/text/outline.ts'
import { captureFixture, fixtures, open } from './support/fixtures.ts'

/** Formulas are written anew, so their letters need not be the page's. */
const formula =
  'math, mjx-container, .MathJax, .katex, .mwe-math-element, img, script, [class*="math" i]'

/** How much of a block has to be the abstract's before the whole of it must be accounted for, in letters. */
const shared = 110

const papers = fixtures().filter((fixture) => isPaper(captureFixture(fixture).kind))

/** Letters only: the numbers of references stand between a text's words. */
const letters = (text: string): string => comparable(text).replace(/\d+/g, '')

describe('nothing vanishes', () => {
  test.each(papers)('from the paragraphs that the abstract of $name stands in', (fixture) => {
    const { sections, source } = captureFixture(fixture)
    const kept = [
      ...sections.flatMap(({ label, text }) => [label ?? '', ...text.split('\n\n')]),
      ...(source.translations ?? []).flatMap((each) =>
        each.sections.flatMap(({ label, text }) => [label ?? '', ...text.split('\n\n')]),
      ),
      ...source.removed.map(({ text }) => text),
    ]
      .map(letters)
      .filter((words) => words !== '')
      .sort((a, b) => b.length - a.length)
    const abstract = letters(sections.map(({ text }) => text).join(' '))
    for (const block of readBlocks(open(fixture).body)) {
      if (!isOfAbstract(block, abstract)) continue
      let left = letters(block.plain)
      for (const words of kept) left = left.replace(words, '')
      // A teaser elsewhere on the page ends in the words of its button.
      if (abstract.includes(left.slice(0, -12))) continue
      expect(left, `is lost from “${block.plain.slice(0, 80)}…”`).toBe('')
    }
  })
})

function isOfAbstract(block: Block, abstract: string): boolean {
  if (block.element?.querySelector(formula)) return false
  const words = letters(block.plain)
  const begin = words.slice(0, shared)
  return (
    words.length >= shared && (abstract.includes(begin) || abstract.includes(words.slice(-shared)))
  )
}
