import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Format } from '../../src/formats/index.ts'
import type { ReadBack } from '../../src/formats/read-back.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import type { LibraryChanged, UiToBackground } from '../messages.ts'
import type { Call } from '../messaging.ts'
import type { Settings } from '../settings.ts'
import type { ReferenceWork } from './copy-references.ts'
import type { DraftWriter } from './draft-writer.ts'
import type { LibraryReader } from './library-reader.ts'
import type { ExportedFile, ExportParts } from './write-export.ts'

/** What a person has set. */
export interface SettingsStore {
  read(): Promise<Settings>
  change(changed: Partial<Settings>): Promise<Settings>
  /** Calls back when anything was changed, until the returned function is called. */
  onChange(listener: (settings: Settings) => void): () => void
}

/** Everything that one of our pages needs from outside itself; tests give fakes. */
export interface Shell {
  call: Call<UiToBackground>
  library: LibraryReader
  /** The page's life, which its drafts carry. */
  session: string
  drafts: DraftWriter
  /** The papers with these ids, or the whole library, as one file; rejects with an error in plain words. */
  write(
    format: Format['id'],
    ids: readonly string[] | undefined,
    parts: ExportParts,
  ): Promise<ExportedFile>
  /** What a file of these papers would not keep; nothing is handed over. */
  readBack(
    format: Format['id'],
    ids: readonly string[],
    parts: ExportParts,
    signal: AbortSignal,
  ): Promise<ReadBack>
  /** The BibTeX of these records. */
  bibtex(records: readonly LibraryRecord[]): Promise<string>
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>
  /** Puts these papers' references on the clipboard, in a style (styles.ts); rejects with an error in plain words. */
  copyReferences(ids: readonly string[], style: string, work?: ReferenceWork): Promise<void>
  /** Hands a file to the browser's downloads. */
  download(file: ExportedFile, name: string): void
  settings: SettingsStore
  /** What is kept while the browser runs, by name, of values that JSON has. */
  memory: {
    read(name: string): Promise<unknown>
    keep(name: string, value: unknown): Promise<void>
  }
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
