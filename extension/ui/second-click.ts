/**
 * Drops the second click of a double one on a button: what the first one did often puts another button under the pointer, Save in
 * the place of Undo, the next paper's Include in that of the last. To be called once a page; a keyboard's presses count each.
 */
export function dropSecondClicks(page: Document): void {
  page.addEventListener('click', drop, true)
}

function drop(event: MouseEvent): void {
  // How often the same place was clicked in quick succession (UI Events, `detail`).
  if (event.detail < 2 || !(event.target instanceof Element) || !event.target.closest('button'))
    return
  event.preventDefault()
  event.stopImmediatePropagation()
}
