import type { Capture } from '../src/capture/page-kind.ts'
import type { LibraryRecord } from '../src/item/record.ts'
import type { Selector } from '../src/library/anchor.ts'
import type { Edit } from '../src/library/edit.ts'
import type { Highlight } from '../src/library/highlights.ts'
import type { SideEffect } from '../src/library/save.ts'

/** A reply: the value, or an error in plain words that may be shown to a person. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: string }

/** What a content script may say to the background: what it saw, nothing more. */
export interface PageToBackground {
  /** The page in the sender's tab looks like a paper. */
  'page:detected': (found: {
    /** Kinds of evidence, as `highwire`, `json-ld`, `path`. */
    evidence: string[]
    /** Normalised identifiers (`doi:10.…`, `pmid:…`), for the "already saved" badge. */
    identifiers: string[]
    /** The address it was seen at, for pages that change it without a load. */
    url: string
  }) => void
}

/** What the background or the popup finds when it opens on a tab. */
export type PageState =
  /** The paper is in the library: `now` by this very click, `again` when it came back from the trash, or `before`. */
  | {
      kind: 'saved'
      when: 'now' | 'again' | 'before'
      record: LibraryRecord
      /** What the page gives at this moment; the record may differ from it after edits. */
      capture: Capture
      /** What this very click did to a paper that was there, where that can be taken back. */
      done?: SideEffect
    }
  /** A paper that was not saved by itself, and why. */
  | {
      kind: 'offered'
      why: 'asked' | 'undone' | 'probably' | 'title-from-window' | 'still-loading'
      capture: Capture
      /** The record that is probably the same paper (same title, year and first author). */
      probably?: { id: string; title: string; savedAt: string }
    }
  /** A page that shows no paper; `capture` holds what little it gives, for "Take it anyway". */
  | { kind: 'not-paper'; capture: Capture }
  /** A page that no extension may read (a settings page, the store, a closed tab). */
  | { kind: 'unreadable'; reason: string }

/** The fields of a record that a person can edit; an absent field stays as it is, `null` clears it. */
export type RecordEdit = Edit

/** A draft: what was typed and is not yet in a record, each field as its text box holds it. */
export interface Draft {
  /** The record's id or, before saving, the page's canonical URL; a remark's is its highlight's id, a reason's `reason:` and its record's. */
  key: string
  /** One popup's life; within it `n` rises, and a lower `n` never overwrites a higher one. */
  session: string
  n: number
  fields: { [field: string]: string }
  /** ISO 8601, UTC; set by the background. */
  at: string
}

/** What the last undoable action was, for the button that takes it back. */
export interface Undone {
  /** `save`, `edit`, `delete`, `tags`, `import` … */
  action: string
  records: number
  /** Fields that were left because they had been changed since. */
  kept: number
  /** Records that were left in the library because they have become one with another since. */
  merged?: number
}

/** What our own pages (popup, library page) may ask of the background. */
export interface UiToBackground {
  /** Captures the tab's page and, where PRODUCT.md says so, saves it at once. */
  'page:open': (of: { tabId: number }) => PageState
  /** Saves a capture that was offered, or "taken anyway"; with `tabId` the badge follows at once. */
  'record:save': (what: { capture: Capture; tabId?: number }) => {
    record: LibraryRecord
    when: 'now' | 'again' | 'before'
    done?: SideEffect
  }
  'record:edit': (what: { id: string; edit: RecordEdit }) => LibraryRecord
  'record:delete': (what: { ids: string[] }) => { deleted: number }
  /** Brings records back from the trash. */
  'record:restore': (what: { ids: string[] }) => { restored: number }
  /** Makes two records one; `fields` are values that were chosen for it, by their names in the store. */
  'record:merge': (what: {
    ids: [string, string]
    fields: { [field: string]: unknown }
  }) => LibraryRecord
  /** Marks a passage of a record's abstract. */
  'highlight:add': (what: { recordId: string; selector: Selector }) => Highlight
  /** Takes a highlight off, or brings it back. */
  'highlight:remove': (what: { id: string; removed: boolean }) => void
  /** Notes that two records are two papers. */
  'record:keep-apart': (what: { ids: [string, string] }) => void
  /**
   * Takes the newest action back, or the newest that concerned `id`, or with `action` the newest of that name:
   * the `Undo` beside "Saved to your library" means the save, though tags were added since.
   */
  undo: (what: { id?: string; tabId?: number; action?: string }) => Undone | undefined
  'draft:put': (draft: Omit<Draft, 'at'>) => void
  /** The person left the field, pressed Enter or paused: the draft becomes one edit of its record, or its highlight's remark. */
  'draft:commit': (what: { key: string }) => LibraryRecord | undefined
  /** The person gave the draft up. */
  'draft:drop': (what: { key: string }) => void
  /** Gives each record without a citation key its key, for good, before an export shows it. */
  'citation-keys:assign': (what: { ids: string[] }) => { [id: string]: string }
  /** One of our pages has written to the library itself (an import): badges and the like must follow. */
  'library:changed': (what: object) => void
}

/** What the background may ask of a content script. */
export interface ToContent {
  'page:capture': (how: {
    /** Longest wait for the page to settle, in ms. */ patience: number
  }) => {
    capture: Capture
    /** False when the page was still changing after `patience`. */
    settled: boolean
    /** The selected text, if any. */
    selection?: string
  }
}

/** What every open page of ours hears after a commit, over `BroadcastChannel('offprint')`. */
export interface LibraryChanged {
  /** The records that were written; empty when too many to name. */
  ids: string[]
  /** Rises with each transaction. */
  counter: number
}
