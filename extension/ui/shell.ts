import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { LibraryChanged, UiToBackground } from '../messages.ts'
import type { Call } from '../messaging.ts'
import type { DraftWriter } from './draft-writer.ts'
import type { LibraryReader } from './library-reader.ts'

/** A file format that papers can leave in. */
export type ExportFormat = 'bibtex' | 'json'

/** What an export gives to be downloaded. */
export interface ExportedFile {
  text: string
  /** A MIME type under which browsers keep the file's ending. */
  type: string
  /** The ending without its dot. */
  ending: string
}

/** Everything that one of our pages needs from outside itself; tests give fakes. */
export interface Shell {
  call: Call<UiToBackground>
  library: LibraryReader
  /** The page's life, which its drafts carry. */
  session: string
  drafts: DraftWriter
  /** The papers with these ids as one file; rejects with an error in plain words. */
  write(format: ExportFormat, ids: readonly string[]): Promise<ExportedFile>
  /** The BibTeX of these records. */
  bibtex(records: readonly LibraryRecord[]): string
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>
  /** Hands a file to the browser's downloads. */
  download(file: ExportedFile, name: string): void
  /** Calls back after each change of the library until the returned function is called. */
  onChange(listener: (change: LibraryChanged) => void): () => void
  /** ISO 8601, UTC. */
  now(): string
}

/** Where components' hooks find the shell. */
export const ShellContext = createContext<Shell | undefined>(undefined)

/** The page's shell; throws where a component stands outside its context. */
export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('No ShellContext round this component')
  return shell
}
