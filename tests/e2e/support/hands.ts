import type { Page } from 'puppeteer'
import { keyboardHand } from './keyboard-hand.ts'
import { pointerHand } from './pointer-hand.ts'

/** A person at one of our pages, with the keyboard alone or with the pointer: one journey is written for both. */
export interface Hand {
  /** Presses what has this name: a button, a link, a tab. */
  press(name: string, role?: string): Promise<void>
  /** Ticks a box, or unticks it. */
  tick(name: string): Promise<void>
  /** Takes one of several choices: a radio button. */
  choose(name: string): Promise<void>
  /** Takes an entry of a list that opens. */
  pick(list: string, entry: string): Promise<void>
  /** Types into a box, behind what stands there. */
  write(role: string, name: string, text: string): Promise<void>
  /** Types into a box in place of what stands there. */
  rewrite(role: string, name: string, text: string): Promise<void>
  /** Leaves a box that was typed into, and so keeps what it holds. */
  leave(): Promise<void>
  /** Marks the last letters, so many, of the abstract that stands open, and gives them. */
  highlightLast(letters: number): Promise<string>
  /** Waits until the status region says this; then the focus is somewhere, in sight and seen, if the keyboard is all there is. */
  hears(text: string): Promise<void>
}

/** Both ways to use a page, by name: `describe.each(hands)`. */
export const hands: { hand: string; take: (page: Page) => Hand }[] = [
  { hand: 'keyboard', take: keyboardHand },
  { hand: 'pointer', take: pointerHand },
]
