import { createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'

/** The newest thing that was done and can be taken back. */
export interface Undoable {
  /** What happened, as `Removed the tag lymphoma`. */
  text: string
  undo(): void
}

/** How components say what happened. */
export interface Announcer {
  /** Said politely by the page's `role=status`; with `undo`, also shown with a button that takes it back. */
  say(text: string, undo?: () => void): void
  /** Said as well, of what changes nothing: what could be taken back before still can. */
  tell(text: string): void
  /** Shown and said at once by a `role=alert`, until it is put away or something succeeds. */
  fail(text: string): void
  /** Puts the alert and the offered undo away. */
  clear(): void
}

/** What the page's messages hold at this moment. */
export interface Announced {
  said: string
  error: string | undefined
  undoable: Undoable | undefined
}

/** Where components find the announcer. */
export const AnnouncerContext = createContext<Announcer | undefined>(undefined)

/** The page's messages, and the announcer that changes them. */
export function useAnnouncements(): Announced & { announcer: Announcer } {
  const [announced, setAnnounced] = useState<Announced>(silence)
  const announcer = useMemo<Announcer>(
    () => ({
      say: (text, undo) =>
        setAnnounced((before) => ({
          said: newly(text, before.said),
          error: undefined,
          undoable: undo && { text, undo },
        })),
      tell: (text) =>
        setAnnounced((before) => ({ ...before, said: newly(text, before.said), error: undefined })),
      fail: (error) => setAnnounced((before) => ({ ...before, error })),
      clear: () => setAnnounced(silence),
    }),
    [],
  )
  return { ...announced, announcer }
}

/** The page's announcer; throws where a component stands outside its context. */
export function useAnnouncer(): Announcer {
  const announcer = useContext(AnnouncerContext)
  if (!announcer) throw new Error('No AnnouncerContext round this component')
  return announcer
}

/** The same sentence twice is silent for a screen reader unless the text differs. */
function newly(text: string, before: string): string {
  return before === text ? `${text}\u00a0` : text
}

const silence: Announced = { said: '', error: undefined, undoable: undefined }
