// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { FieldSources } from '../../../extension/ui/FieldSources.tsx'
import type { FieldCandidate } from '../../../src/item/record.ts'
import { capture } from '../support/papers.ts'
import { hide, perform, show, the } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

test('says what the reader typed and selected, and gives a candidate back whole', async () => {
  const sections = [{ label: 'AIMS', text: 'To count.' }]
  const typed: FieldCandidate = { value: 'AIMS: To count.', source: 'reader', sections }
  const { source } = capture
  const fields = { ...source.fields, abstract: { source: 'selection', others: [typed] } }
  const taken: FieldCandidate[] = []
  await show(
    <FieldSources
      paper={{ ...capture, source: { ...source, fields } }}
      onSwap={(_, candidate) => taken.push(candidate)}
    />,
  )
  await perform(() => the('button', 'Where each field came from').click())
  const said = [...document.querySelectorAll('.sources > div')].map((each) => each.textContent)
  expect(said.at(-1)).toMatch(/^Abstract.*selected by you.*AIMS: To count\..*typed by you/)
  await perform(() => the('button', 'Use this for Abstract text: AIMS: To count.').click())
  expect(taken).toEqual([typed])
})
