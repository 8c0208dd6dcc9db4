/** What of a row takes the focus: the box that ticks it, or the button that opens it. */
type Control = 'box' | 'title'

const selectors = { box: 'input', title: '.row-title' } as const satisfies Record<Control, string>

/** The rows of a list by their places from 0, of which not all need have an element. */
export interface RowPlaces {
  /** The place at which the keyboard is, and at which Tab comes in; undefined while nobody was there. */
  at: number | undefined
  count(): number
  /** The first row that can be seen. */
  first(): number
  /** How many rows fit on the screen. */
  atOnce(): number
  /** Told when the keyboard has gone to a place: its row is to have an element. */
  stay(place: number): void
  /** Brings a place into sight that may have no element yet. */
  bring(place: number): void
}

/**
 * The keyboard in a list of papers, as in the composite widgets of the WAI-ARIA Authoring Practices (Developing a Keyboard
 * Interface: roving tabindex), though the list stays a list, which a screen reader reads on from row to row and counts.
 *
 * - Tab leads into one row, the one where the keyboard was before, at first the first in sight: to its box, then to its title, then
 *   out of the list, on the library page into the opened paper. So no list is longer for Tab than two steps.
 * - Arrow down and up go to the next row and the one before, Page Down and Page Up a screen further, Home and End to the ends; from
 *   box to box, or from title to title. Arrow left and right go between the two of a row, the way they stand.
 * - Space ticks on the box. Enter opens, on either; the focus stays in the row, so that one can go on to the next paper, or by Tab
 *   into this one. Where the opened paper takes the list's place, the focus goes there (PapersView, LibraryTab).
 * - Closing the paper, and Escape in it, lead back to the row.
 */
export interface RowKeys {
  /** Goes to a row, which may have to be drawn first. */
  go(place: number, control?: Control): void
  stop(): void
}

/** Follows the keyboard in a list whose items are rows (RecordRowItem), until it is stopped. */
export function rowKeys(list: HTMLElement, places: RowPlaces): RowKeys {
  let goal: { place: number; control: Control } | undefined

  /** Lets Tab into the one row, and takes a row that was just drawn if the keyboard waits for it. */
  const settle = () => {
    const rows = rowsOf(list)
    const held = rowOf(rows, document.activeElement)
    // The rows before it may be others by now.
    if (held && !goal) places.at = held.place
    const wanted =
      places.at === undefined ? places.first() : Math.min(places.at, places.count() - 1)
    const stop = rows.find(({ place }) => place === wanted) ?? rows[0]
    for (const each of rows)
      for (const selector of Object.values(selectors)) {
        const control = each.row.querySelector<HTMLElement>(selector)
        const index = each === stop ? 0 : -1
        if (control && control.tabIndex !== index) control.tabIndex = index
      }
    reach(rows)
  }
  const reach = (rows: Row[]) => {
    if (!goal) return
    const { place, control } = goal
    const row = rows.find((each) => each.place === place)?.row
    const element = row?.querySelector<HTMLElement>(selectors[control])
    if (!row || !element) return
    goal = undefined
    element.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
  const go = (place: number, control: Control = 'title') => {
    goal = { place: Math.max(0, Math.min(place, places.count() - 1)), control }
    places.at = goal.place
    places.stay(goal.place)
    places.bring(goal.place)
    settle()
  }
  const enter = ({ target }: Event) => {
    const found = rowOf(rowsOf(list), target)
    if (!found) return
    goal = undefined
    places.at = found.place
    places.stay(found.place)
    settle()
  }
  const press = (event: KeyboardEvent) => {
    const found = rowOf(rowsOf(list), event.target)
    if (!found || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const { row, place } = found
    const control: Control = row.querySelector(selectors.box) === event.target ? 'box' : 'title'
    // A key that is held down is ahead of what is drawn.
    const at = goal?.place ?? place
    const isRightToLeft = getComputedStyle(list).direction === 'rtl'
    if (event.key === 'Enter' && control === 'box')
      row.querySelector<HTMLElement>(selectors.title)?.click()
    else if (event.key === 'ArrowLeft') go(at, isRightToLeft ? 'title' : 'box')
    else if (event.key === 'ArrowRight') go(at, isRightToLeft ? 'box' : 'title')
    else {
      const next = placeAfter(event.key, at, places)
      if (next === undefined) return
      go(next, control)
    }
    event.preventDefault()
  }
  const observer = new MutationObserver(settle)
  observer.observe(list, { childList: true })
  list.addEventListener('focusin', enter)
  // Not every browser gives the focus to a button that is clicked on.
  list.addEventListener('click', enter)
  list.addEventListener('keydown', press)
  settle()
  return {
    go,
    stop() {
      observer.disconnect()
      list.removeEventListener('focusin', enter)
      list.removeEventListener('click', enter)
      list.removeEventListener('keydown', press)
    },
  }
}

interface Row {
  row: HTMLElement
  place: number
}

/** The rows that have elements, with their places: what they say themselves where others have none, else by those before them. */
function rowsOf(list: HTMLElement): Row[] {
  const rows = [...list.children] as HTMLElement[]
  return rows.map((row, at) => ({ row, place: Number(row.dataset.index ?? at) }))
}

function rowOf(rows: Row[], within: EventTarget | null): Row | undefined {
  return rows.find(({ row }) => row.contains(within as Node | null))
}

/** Where a key leads from a place, or undefined where it is none of the list's. */
function placeAfter(key: string, at: number, places: RowPlaces): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + places.atOnce()
    case 'PageUp':
      return at - places.atOnce()
    case 'Home':
      return 0
    case 'End':
      return places.count() - 1
  }
}
