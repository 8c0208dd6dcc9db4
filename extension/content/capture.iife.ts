import { capture } from '../../src/capture/capture.ts'
import type { ToContent } from '../messages.ts'
import { answer, fromOurExtension } from '../messaging.ts'
import { watch } from './announce.ts'
import { latexWriter } from './latex-writer.ts'
import { settled } from './settled.ts'

/** Set on this world's global, so that a second click does not answer twice. */
const mark = 'offprintCapture'

// An element of the page that has it for a name would be there too, but not be true.
if (Reflect.get(globalThis, mark) !== true) {
  Reflect.set(globalThis, mark, true)
  // From this click on the badge has something to say about this tab, on hosts without the detector too.
  watch()
  answer<ToContent>(
    {
      'page:capture': async ({ patience }) => {
        const calm = await settled(document, patience)
        const selection = getSelection()?.toString().trim()
        const read = {
          capture: capture(document, location.href, new Date().toISOString(), {
            mathematics: latexWriter(),
          }),
          settled: calm,
        }
        return selection ? { ...read, selection } : read
      },
    },
    fromOurExtension,
  )
}
