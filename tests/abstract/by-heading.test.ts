import { expect, test, vi } from 'vitest'
import { findByHeading } from '../../src/abstract/by-heading.ts'
import { Containers } from '../../src/abstract/container.ts'
import { readBlocks } from '../../src/text/outline.ts'
import { documentOf } from '../support/page.ts'

// What is asked of a heading's surroundings costs as much as these are deep.
test('a page has so many headings and no more that are looked at', () => {
  const document = documentOf(
    `<nav><dl>${'<dt>Abstract</dt><dd>Slate.</dd>'.repeat(2000)}</dl></nav>`,
  )
  const blocks = readBlocks(document.body)
  const asked = vi.fn()
  for (const term of document.querySelectorAll('dt')) {
    term.closest = asked.mockReturnValue(document.body)
  }
  findByHeading(
    blocks,
    new Containers(undefined),
    { skip: () => undefined, formulas: undefined },
    { from: 0, isKnown: () => false },
  )
  expect(asked).toHaveBeenCalledTimes(300)
})
