// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { selectedPassage } from '../../../extension/ui/passage.ts'

let region: Element
let sections: Element[]

beforeEach(() => {
  document.body.innerHTML = `<h2>Salt on slate</h2>
    <section class="abstract"><p><b>Aims </b><span>Salt eats <i>slate</i>.</span></p>
    <p><b>Results </b><span>It does so slowly.</span></p></section><button>Highlight…</button>`
  region = document.querySelector('section') as Element
  sections = [...document.querySelectorAll('span')]
})

/** Selects from a place in the first text node of an element to one in another's. */
function select(from: [string, number], to: [string, number]): Selection {
  const selection = getSelection() as Selection
  const [start, end] = [from, to].map(([selector]) => document.querySelector(selector) as Element)
  selection.setBaseAndExtent(
    start?.firstChild ?? document,
    from[1],
    end?.firstChild ?? document,
    to[1],
  )
  return selection
}

const passage = (from: [string, number], to: [string, number]) =>
  selectedPassage(region, sections, select(from, to))

describe('selectedPassage', () => {
  test('is what is selected, across markup and sections', () => {
    expect(passage(['span', 5], ['i', 3])).toMatchObject({ exact: 'eats sla', start: 5 })
    expect(passage(['i', 2], ['p + p span', 2])).toMatchObject({ exact: 'ate.\nIt', start: 12 })
  })

  test('leaves out labels and what follows a paragraph, which three clicks select', () => {
    expect(passage(['b', 0], ['i', 5])).toMatchObject({ exact: 'Salt eats slate', start: 0 })
    expect(passage(['b', 0], ['p + p b', 3])).toMatchObject({ exact: 'Salt eats slate.' })
    expect(passage(['p + p b', 2], ['button', 0])).toMatchObject({
      exact: 'It does so slowly.',
      start: 17,
    })
    expect(passage(['h2', 3], ['span', 4])).toMatchObject({ exact: 'Salt', start: 0 })
  })

  test('is nothing of a label alone, nor where the selection only runs past the abstract', () => {
    expect(passage(['b', 0], ['b', 4])).toBeUndefined()
    expect(passage(['span', 2], ['span', 2])).toBeUndefined()
    expect(passage(['h2', 0], ['button', 3])).toBeUndefined()
  })
})
