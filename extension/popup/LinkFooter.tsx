import { LibraryLink } from '../ui/LibraryLink.tsx'

/** The way to the library page, where nothing else is offered. */
export function LinkFooter() {
  return (
    <footer class="foot">
      <LibraryLink />
    </footer>
  )
}
