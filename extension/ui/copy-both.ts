import type { References } from '../../src/references/write-references.ts'

/**
 * Puts references on the clipboard as plain text and as HTML. It is asked for before they are made: a browser lets nobody
 * write there long after a click. What keeps them from being made is the error; where a browser takes no HTML, the plain
 * text has to do.
 */
export async function copyBoth(made: Promise<References>): Promise<void> {
  const kept = writeBoth(made)
  // Without this it would count as an error that nobody hears of, should the references fail first.
  kept.catch(() => undefined)
  const { text } = await made
  await kept.catch(() => navigator.clipboard.writeText(text))
}

async function writeBoth(made: Promise<References>): Promise<void> {
  const part = (type: string, of: (references: References) => string) =>
    made.then((references) => new Blob([of(references)], { type }))
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': part('text/plain', ({ text }) => text),
      'text/html': part('text/html', ({ html }) => html),
    }),
  ])
}
