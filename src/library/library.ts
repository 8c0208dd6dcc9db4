import type { KeyOf } from '../item/citation-key.ts'
import type { LibraryRecord, NewRecord, RecordRow } from '../item/record.ts'
import { exportDocuments, exportHighlights, exportRecords, type Selection } from './backup.ts'
import { breathe } from './breathe.ts'
import { assignKeys } from './citation-keys.ts'
import { identifiersSaid } from './complete.ts'
import { toRecord } from './document.ts'
import { type Drafts, draftsOn, settleDraft } from './drafts.ts'
import { type Duplicate, findDuplicates } from './duplicates.ts'
import { type Edit, fieldsOfEdit } from './edit.ts'
import type { FilePaper } from './file-paper.ts'
import { getDocument } from './find.ts'
import { type Finding, findingIn } from './finding.ts'
import { type ReviewFlow, reviewFlow } from './flow.ts'
import { type GuardedStore, guarded } from './guard.ts'
import { type Highlights, highlightsOn } from './highlights.ts'
import { newRecordId, recordId } from './identity.ts'
import { importDocuments, previewImport } from './import-documents.ts'
import type { Documents, ImportOptions, ImportResult } from './import-in-chunks.ts'
import { leaveImport, type UnfinishedImport, unfinishedImport } from './import-job.ts'
import { importPapers } from './import-papers.ts'
import type { Snippet } from './marks.ts'
import { type ChangeOptions, changeOne, keepApart, mergeTwo, setDeleted } from './one-change.ts'
import { connect, type OpenOptions } from './open.ts'
import { type PapersPreview, previewPapers } from './preview-papers.ts'
import { type Found, type Query, queryLibrary, readRows, readTags, readTrash } from './query.ts'
import { type Saved, type SaveOptions, savePaper } from './save.ts'
import { catchUp, type IndexOptions } from './search/catch-up.ts'
import { IndexReader } from './search/reader.ts'
import { tidyIndex } from './search/tidy.ts'
import { dropUnfinished } from './search/write-apart.ts'
import type { Damage, SentinelPlace } from './sentinel.ts'
import { readSnippets } from './snippets.ts'
import { newState, readState } from './state.ts'
import { countStatistics, type Statistics } from './statistics.ts'
import { type Changed, type Counts, countsOf, storeOn } from './store.ts'
import type { TagCount } from './tag-counts.ts'
import type { Progress, Task } from './task.ts'
import { abandonTask, runTask, type TaskOptions, type TaskResult, unfinishedTask } from './tasks.ts'
import {
  type UndoableAction,
  type UndoneAction,
  type UndoOf,
  undoAction,
  undoableAction,
} from './undo.ts'
import type { WireDocument } from './wire.ts'

type Fields = { readonly [field: string]: unknown }

/** What a library needs from outside. */
export interface LibraryOptions extends OpenOptions {
  /** The clock, in ms since 1970. */
  now: () => number
  /** Told after each commit that wrote a record. */
  onChange?: (changed: Changed) => void
  /** Where the sentinel stands that notices a damaged database; nobody watches where absent. */
  sentinel?: SentinelPlace
  /** Runs work on the search index while nobody else in the profile does; as it is where absent. False where `wait` is and somebody does. */
  exclusively?: (work: () => Promise<void>, wait: boolean) => Promise<unknown>
}

/** The library: every method is one action, complete when its promise is. Errors that a person can be told are `LibraryError`s. */
export interface Library extends Finding {
  /** Saves a paper; one that is there gains only what it never had. */
  save(paper: NewRecord, options?: SaveOptions & Pick<ChangeOptions, 'settles'>): Promise<Saved>
  /** A record by its id, deleted or not; the survivor's where it was merged. */
  get(id: string): Promise<LibraryRecord | undefined>
  /** Gives a record's fields new values; null clears. */
  patch(id: string, fields: Fields, options?: ChangeOptions): Promise<LibraryRecord>
  /** Makes a reader's edit. */
  edit(id: string, edit: Edit, options?: ChangeOptions): Promise<LibraryRecord>
  /** Puts records into the trash as one action; how many were put there. */
  remove(ids: readonly string[]): Promise<number>
  /** Brings records back from the trash as one action; how many came back. */
  restore(ids: readonly string[]): Promise<number>
  /** Makes two records one, as a person wants it; `fields` are values that were chosen for it, as `patch` takes them. */
  merge(ids: readonly [string, string], fields?: Fields): Promise<LibraryRecord>
  /** Notes that two records are two papers: they are no possible duplicates any more. */
  keepApart(ids: readonly [string, string]): Promise<void>
  /** Pairs of records that may be one paper, over the whole library. */
  duplicates(options?: IndexOptions): Promise<Duplicate[]>
  /** Takes the newest action back, or the newest that concerned `id` or has this name; undefined where there is none. */
  undo(of?: UndoOf): Promise<UndoneAction | undefined>
  /** What `undo` would take back; one on many records is taken back by the task `undo`. */
  undoable(of?: UndoOf): Promise<UndoableAction | undefined>
  /** Does work on many records as one action; without a task, goes on with what is unfinished. */
  run(task?: Task, options?: TaskOptions): Promise<TaskResult>
  /** Work on many records that the browser's end cut off. */
  unfinished(): Promise<{ task: Task; progress: Progress } | undefined>
  /** Leaves unfinished work as it is; what was done of it can be taken back. */
  abandon(): Promise<void>
  /** The trash, what was deleted last first: so many rows, and how many there are. */
  trash(first?: number): Promise<{ rows: RecordRow[]; total: number }>
  query(query: Query): Promise<Found>
  /** Rows by their numbers, as `query` gives these; undefined for those that were changed or went since. */
  rows(numbers: readonly number[]): Promise<(RecordRow | undefined)[]>
  /** Where words stand in the abstracts of records; undefined where none does. */
  snippets(ids: readonly string[], words: readonly string[]): Promise<(Snippet | undefined)[]>
  counts(): Promise<Counts>
  /** How records went through a review: every record is read for it. */
  flow(signal?: AbortSignal, onProgress?: (done: number) => void): Promise<ReviewFlow>
  /** What the library holds, in numbers: every row is read for it. */
  statistics(signal?: AbortSignal, onProgress?: (done: number) => void): Promise<Statistics>
  /** The tags in use, in alphabetical order. */
  tags(): Promise<TagCount[]>
  drafts: Drafts
  highlights: Highlights
  /** Gives each record without a citation key its key, by default or by a compiled pattern, for good; every one's by its id. */
  assignCitationKeys(ids: readonly string[], keyOf?: KeyOf): Promise<{ [id: string]: string }>
  exportDocuments(selection?: Selection): AsyncGenerator<WireDocument, void>
  exportHighlights(selection?: Selection): AsyncGenerator<WireDocument, void>
  exportRecords(selection?: Selection): AsyncGenerator<LibraryRecord, void>
  importDocuments(documents: Documents, options?: ImportOptions): Promise<ImportResult>
  /** What `importDocuments` would do, without doing it. */
  previewImport(documents: Documents, options?: ImportOptions): Promise<ImportResult>
  /** Brings papers of a file of references in; what is here already gains what it lacks. */
  importPapers(papers: Documents<FilePaper>, options?: ImportOptions): Promise<ImportResult>
  /** What `importPapers` would do, without doing it. */
  previewPapers(papers: Documents<FilePaper>, options?: ImportOptions): Promise<PapersPreview>
  /** The import that was cut off, if one was; while one runs, that one. */
  unfinishedImport(): Promise<UnfinishedImport | undefined>
  /** Forgets an import that was cut off: what it brought stays. */
  leaveImport(): Promise<void>
  /** What is missing of the library by the word of its sentinel; undefined where nothing is. */
  damage(): Promise<Damage | undefined>
  /** Takes the library as it is: what is missing was brought back, but for so many documents, or is put up with. */
  acceptDamage(stillMissing?: number): Promise<void>
  /** Puts what is not in the search index yet into it, and the index in order; made anew where it must be. Where somebody else is at it, that is left to them, unless `wait` is set. */
  index(options?: IndexOptions & { wait?: boolean }): Promise<void>
  /** Opens the database and makes it safe to write to, which takes a moment the first time since the browser's start. */
  prepare(): Promise<void>
  /** Closes the database; nothing can be asked afterwards. */
  close(): void
}

/** The library of this profile. The database is opened by the first call that needs it. */
export function openLibrary(options: LibraryOptions): Library {
  const { now, exclusively = (work) => work() } = options
  let guard: GuardedStore | undefined
  const connection = connect({
    ...options,
    onOpen: () => {
      guard?.opened()
      options.onOpen?.()
    },
  })
  const bare = storeOn(connection, now, (changed) => {
    guard?.written(changed.counts)
    options.onChange?.(changed)
  })
  if (options.sentinel) guard = guarded(bare, options.sentinel)
  const store = guard ?? bare
  const reader = new IndexReader()
  // An import writes the search index too.
  const alone = (work: () => Promise<ImportResult>) =>
    new Promise<ImportResult>((resolve, reject) => {
      exclusively(() => work().then(resolve), true).catch(reject)
    })

  return {
    async save(paper, { settles, ...how } = {}) {
      const id = await recordId(identifiersSaid(paper), now())
      const ids = { id, spare: newRecordId(now()) }
      const savedAt = new Date(now()).toISOString()
      return store.write('strict', async (change) => {
        const saved = await savePaper(change, paper, ids, savedAt, how)
        if (settles) await settleDraft(change.transaction, settles)
        return saved
      })
    },
    ...findingIn(store),
    async get(id) {
      const found = await store.read((transaction) => getDocument(transaction, id))
      return found && toRecord(found)
    },
    patch: (id, fields, how = {}) => changeOne(store, id, how, () => fields),
    edit: (id, edit, how = {}) =>
      changeOne(store, id, how, (change, document) => fieldsOfEdit(change, document, edit)),
    remove: (ids) => setDeleted(store, ids, true),
    restore: (ids) => setDeleted(store, ids, false),
    merge: (ids, fields = {}) => mergeTwo(store, ids, fields),
    keepApart: (ids) => keepApart(store, ids),
    duplicates: (how) => findDuplicates(store, reader, how),
    async undo(of = {}) {
      const action = await store.read((transaction) => undoableAction(transaction, of))
      if (!action) return undefined
      // It may be an import that is taken back.
      await guard?.beforeRemoval(action.records)
      return store.write('strict', (change) => undoAction(change, of))
    },
    undoable: (of = {}) => store.read((transaction) => undoableAction(transaction, of)),
    run: (task, how = {}) =>
      runTask(store, task, { beforeRemoval: async (n) => guard?.beforeRemoval(n), ...how }),
    unfinished: () => unfinishedTask(store),
    abandon: () => abandonTask(store),
    trash: (first = 50) => readTrash(store, first),
    query: (query) => queryLibrary(store, reader, query),
    rows: (numbers) => readRows(store, numbers),
    snippets: (ids, words) => readSnippets(store, ids, words),
    counts: () =>
      store.read(
        async (transaction) => countsOf((await readState(transaction)) ?? newState()),
        ['meta'],
      ),
    flow: (signal, onProgress) => reviewFlow(store, signal, onProgress),
    statistics: (signal, onProgress) => countStatistics(store, signal, onProgress),
    tags: () => readTags(store),
    drafts: draftsOn(connection),
    highlights: highlightsOn(store, now),
    assignCitationKeys: (...of) => store.write('strict', (change) => assignKeys(change, ...of)),
    exportDocuments: (selection) => exportDocuments(store, selection),
    exportHighlights: (selection) => exportHighlights(store, selection),
    exportRecords: (selection) => exportRecords(store, selection),
    importDocuments: (documents, how) => alone(() => importDocuments(store, documents, now, how)),
    importPapers: (papers, how) => alone(() => importPapers(store, papers, now, how)),
    previewPapers: (papers, how) => previewPapers(store, papers, now, how),
    previewImport: (documents, how) => previewImport(store, documents, now, how),
    unfinishedImport: () => unfinishedImport(store),
    leaveImport: () => leaveImport(store),
    damage: async () => guard?.damage(),
    acceptDamage: async (stillMissing = 0) => guard?.accept(stillMissing),
    async index(how = {}) {
      await exclusively(async () => {
        await dropUnfinished(store)
        await catchUp(store, how)
        await tidyIndex(store, breathe, how.signal)
      }, how.wait ?? false)
    },
    prepare: () => connection.write(async () => undefined),
    close: () => connection.close(),
  }
}
