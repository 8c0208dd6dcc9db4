import { fieldOf, isObject } from '../item/parse-value.ts'
import type { State } from './schema.ts'

/**
 * What the library was when it was last written, kept outside the database: backing files that are damaged open without an
 * error, and empty (field measurement: a MANIFEST zeroed, or a table removed, left 0 of 3,000 records and no error).
 */
export interface Sentinel {
  /** `State.database`. */
  database: string
  /** Documents, deleted and merged ones too. */
  documents: number
  /** `State.counter`. */
  counter: number
}

/** What is missing of a library. */
export interface Damage {
  /** Documents that there were, and how many of them are gone. */
  documents: number
  missing: number
}

/** Where the sentinel stands: a store that is not the database's. */
export interface SentinelPlace {
  read(): Promise<unknown>
  write(sentinel: Sentinel): Promise<void>
}

/** A sentinel out of anything; undefined for what is none. */
export function parseSentinel(value: unknown): Sentinel | undefined {
  if (!isObject(value)) return undefined
  const [database, documents, counter] = ['database', 'documents', 'counter'].map((key) =>
    fieldOf(value, key),
  )
  if (typeof database !== 'string' || !isCount(documents) || !isCount(counter)) return undefined
  return { database, documents, counter }
}

/** What is missing of a library with this state. */
export function damageOf(sentinel: Sentinel, state: State | undefined): Damage | undefined {
  const { documents } = sentinel
  // Another library under the same name: all of the former one is gone, and what is there was saved since.
  if (state?.database !== sentinel.database)
    return documents > 0 ? { documents, missing: documents } : undefined
  if (state.documents < documents) return { documents, missing: documents - state.documents }
  return state.counter < sentinel.counter ? { documents, missing: 0 } : undefined
}

/** What a transaction says of the library, as a sentinel. */
export function sentinelOf({ database, documents, counter }: Sentinel): Sentinel {
  return { database, documents, counter }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
