import { useState } from 'preact/hooks'
import type { TagCount } from './library-reader.ts'
import { completions, sameTag, splitTags, tooLongTags } from './tag-completion.ts'

/** What the tag box works on. */
export interface TagBoxOf {
  tags: readonly string[]
  known: readonly TagCount[]
  /** What is typed and no tag yet. */
  text: string
  /** At each input, and with nothing once the text was added or given up. */
  onType(text: string): void
  onAdd(tags: string[]): void
  onRemove(tag: string): void
}

/** The state of a tag box, and what its keys do (WAI-ARIA 1.2, combobox with a list that is only offered). */
export interface TagBox {
  text: string
  offered: TagCount[]
  /** The index of the completion that the arrow keys chose; -1 as long as none was. */
  active: number
  type(text: string): void
  press(event: KeyboardEvent): void
  choose(tag: string): void
  /** Adds what was typed, as it was typed. */
  leave(): void
}

/** A tag box: only the arrow keys or a pointer choose a completion; Enter, a comma or leaving adds what was typed. */
export function useTagBox({ tags, known, text, onType, onAdd, onRemove }: TagBoxOf): TagBox {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const offered = open ? completions(known, text, tags) : []

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const add = (wanted: readonly string[]) => {
    const fresh = wanted.filter((tag) => !tags.some((own) => sameTag(own, tag)))
    if (fresh.length > 0) onAdd(fresh)
  }
  const addAndClear = (wanted: readonly string[], left = '') => {
    close()
    // The text is given up last: what closes the popup in between may add a tag twice, but never lose it.
    add(wanted)
    if (text !== left) onType(left)
  }
  // What is too long for a tag stays where it was typed.
  const addTyped = () => addAndClear(splitTags(text), tooLongTags(text))
  const move = (by: 1 | -1) => {
    if (!open) setOpen(true)
    const count = (open ? offered : completions(known, text, tags)).length
    // One step past either end is the text itself, with nothing chosen.
    if (count > 0) setActive(((active + 1 + by + count + 1) % (count + 1)) - 1)
  }

  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    const chosen = offered[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' || event.key === ',')
      chosen ? addAndClear([chosen.tag]) : addTyped()
    else if (event.key === 'Escape' && (open || text !== '')) {
      if (!open) onType('')
      close()
    } else if (event.key === 'Backspace' && text === '' && !event.repeat) {
      const last = tags.at(-1)
      if (last === undefined) return
      onRemove(last)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    text,
    offered,
    active,
    press,
    leave: addTyped,
    choose: (tag) => addAndClear([tag]),
    type: (typed) => {
      setActive(-1)
      const cut = Math.max(...[',', '，', '、'].map((comma) => typed.lastIndexOf(comma)))
      const whole = typed.slice(0, Math.max(0, cut))
      add(splitTags(whole))
      const rest = [tooLongTags(whole), typed.slice(cut + 1).trimStart()].filter(Boolean).join(', ')
      onType(rest)
      setOpen(rest !== '')
    },
  }
}
