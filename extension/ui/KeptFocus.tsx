import { useKeptFocus } from './use-kept-focus.ts'

/** Keeps the focus of a page from being lost (use-kept-focus.ts); it shows nothing, and comes behind the first frame. */
export function KeptFocus() {
  useKeptFocus()
  return null
}
