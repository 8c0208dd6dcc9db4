import type { Reply, UiToBackground } from '../../../extension/messages.ts'
import type { Call } from '../../../extension/messaging.ts'
import { defaultSettings } from '../../../extension/settings.ts'
import { draftWriter } from '../../../extension/ui/draft-writer.ts'
import type { ListAnswer } from '../../../extension/ui/library-reader.ts'
import type { Shell } from '../../../extension/ui/shell.ts'
import { record } from './papers.ts'

type Answers = {
  [N in keyof UiToBackground]?: (
    body: Parameters<UiToBackground[N]>[0],
  ) => Reply<ReturnType<UiToBackground[N]>> | Promise<Reply<ReturnType<UiToBackground[N]>>>
}

/** A background that answers from a table and notes what it was asked; what is not in the table is answered with nothing. */
export function fakeCall(answers: Answers = {}): {
  call: Call<UiToBackground>
  asked: { name: string; body: unknown }[]
} {
  const asked: { name: string; body: unknown }[] = []
  const table: { [name: string]: unknown } = answers
  const call = async (name: string, body: unknown): Promise<unknown> => {
    asked.push({ name, body })
    const found = table[name]
    return typeof found === 'function' ? found(body) : { ok: true, value: undefined }
  }
  return { call: call as Call<UiToBackground>, asked }
}

/** A shell for tests: an empty library of one record, and a background that answers from a table. */
export function fakeShell(
  answers: Answers = {},
  parts: Partial<Shell> = {},
): Shell & { asked: { name: string; body: unknown }[] } {
  const { call, asked } = fakeCall(answers)
  const remembered = new Map<string, unknown>()
  return {
    call,
    asked,
    session: 'this',
    drafts: draftWriter(call, 'this'),
    library: {
      list: async () => answerOf([]),
      numbers: async () => new Uint32Array(),
      rows: async () => [],
      snippets: async (ids) => ids.map(() => undefined),
      ids: async () => [],
      counts: async () => ({ records: 1204 }),
      tags: async () => [],
      highlights: async () => [],
      get: async () => record,
      holders: async () => [],
      draft: async () => undefined,
    },
    write: async () => ({ blob: new Blob(), ending: 'txt' }),
    readBack: async () => ({ records: 0, fields: [] }),
    bibtex: async () => '',
    copy: async () => {},
    copyReferences: async () => {},
    download: () => {},
    memory: {
      read: async (name) => remembered.get(name),
      keep: async (name, value) => void remembered.set(name, value),
    },
    settings: {
      read: async () => defaultSettings,
      change: async (changed) => ({ ...defaultSettings, ...changed }),
      onChange: () => () => {},
    },
    onChange: () => () => {},
    now: () => '2026-11-24T10:00:00.000Z',
    ...parts,
  }
}

/** An answer of these rows; `total` where there are more, `words` where something was searched. */
export function answerOf(
  rows: ListAnswer['rows'],
  { total = rows.length, words = [] }: { total?: number; words?: string[] } = {},
): ListAnswer {
  return { rows, total, words, isIndexing: false }
}
