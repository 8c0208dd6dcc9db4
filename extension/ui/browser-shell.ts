import browser from 'webextension-polyfill'
import type { Library } from '../../src/library/library.ts'
import { channelName } from '../channel.ts'
import type { LibraryChanged, UiToBackground } from '../messages.ts'
import { caller } from '../messaging.ts'
import { changeSettings, onSettings, readSettings } from '../settings.ts'
import { download } from './download.ts'
import { draftWriter } from './draft-writer.ts'
import { gathering } from './gather-changes.ts'
import type { Shell } from './shell.ts'
import { storedLibrary } from './stored-library.ts'

/** The shell of one of our pages in the browser; the library is opened when something is first read of it. */
export function browserShell(open: () => Promise<Library>): Shell {
  const session = crypto.randomUUID()
  const call = caller<UiToBackground>()
  // While this port is open the page lives; when it closes, the background makes its drafts edits.
  browser.runtime.connect({ name: `session:${session}` })
  return {
    call,
    session,
    drafts: draftWriter(call, session),
    library: storedLibrary(open),
    async write(format, ids, parts) {
      const { writeExport } = await import('./write-export.ts')
      return writeExport(await open(), format, ids, parts)
    },
    async readBack(format, ids, parts, signal) {
      const { readExport } = await import('./read-export.ts')
      return readExport(await open(), format, ids, parts, signal)
    },
    async bibtex(records) {
      const { bibtexEntry } = await import('../../src/formats/bibtex-write.ts')
      return records.map((record) => bibtexEntry(record)).join('\n')
    },
    copy: (text) => navigator.clipboard.writeText(text),
    async copyReferences(ids, style, work) {
      const { copyReferences } = await import('./copy-references.ts')
      return copyReferences(open, ids, style, work)
    },
    download,
    settings: { read: readSettings, change: changeSettings, onChange: onSettings },
    memory: {
      read: async (name) => (await browser.storage.session.get(name))[name],
      keep: (name, value) => browser.storage.session.set({ [name]: value }),
    },
    onChange: listen,
    now: () => new Date().toISOString(),
  }
}

function listen(listener: (change: LibraryChanged) => void): () => void {
  const channel = new BroadcastChannel(channelName)
  const gathered = gathering(listener)
  channel.onmessage = ({ data }: MessageEvent<LibraryChanged>) => gathered.listener(data)
  return () => {
    channel.close()
    gathered.stop()
  }
}
