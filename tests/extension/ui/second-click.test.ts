// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { dropSecondClicks } from '../../../extension/ui/second-click.ts'

dropSecondClicks(document)

test('the second click of a double one does nothing on a button, on what came into its place neither', () => {
  const done: string[] = []
  document.body.innerHTML = '<button><b>Undo</b></button><p>Words</p>'
  const [button, words] = [...document.body.children]
  button?.addEventListener('click', () => done.push('button'))
  words?.addEventListener('click', () => done.push('words'))
  const click = (element: Element | null | undefined, detail: number) =>
    element?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }))
  for (const detail of [1, 2, 3]) click(button?.firstElementChild, detail)
  for (const detail of [1, 2]) click(words, detail)
  // A key's click has no number.
  for (const detail of [0, 0]) click(button, detail)
  expect(done).toEqual(['button', 'words', 'words', 'button', 'button'])
})
