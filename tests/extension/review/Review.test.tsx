// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LibraryChanged, RecordEdit } from '../../../extension/messages.ts'
import { Review } from '../../../extension/review/Review.tsx'
import { defaultSettings, type Settings } from '../../../extension/settings.ts'
import { type Shell, ShellContext } from '../../../extension/ui/shell.ts'
import { type Announcer, AnnouncerContext } from '../../../extension/ui/use-announcer.ts'
import type { LibraryRecord } from '../../../src/item/record.ts'
import { fakeShell } from '../support/fake-shell.ts'
import { record } from '../support/papers.ts'
import { hide, perform, press, show, the, type } from '../support/screen.ts'

vi.mock('webextension-polyfill', () => import('../support/fake-browser.ts'))

afterEach(hide)

/** Longer than what counts and queues wait for, in ms. */
const quiet = 800

const said: string[] = []
const announcer: Announcer = {
  say: (text) => void said.push(text),
  tell: (text) => void said.push(text),
  fail: vi.fn(),
  clear() {},
}

/** A review of three papers out of five, in a library that keeps what is decided. */
async function review(
  set: Partial<Settings> = {},
  search = '',
  drafts: Map<string, Record<string, string>> = new Map(),
  waiting: readonly number[] = [1, 2, 3],
  memory: Map<string, unknown> = new Map(),
) {
  said.length = 0
  const { decision: _, reason: __, ...undecided } = record
  const papers = new Map<string, LibraryRecord>(
    waiting.map((n) => [
      `r:${n}`,
      { ...undecided, id: `r:${n}`, tags: [], item: { ...record.item, title: `Paper ${n}` } },
    ]),
  )
  const edits: [id: string, edit: RecordEdit][] = []
  let settings = { ...defaultSettings, ...set }
  let tell: (settings: Settings) => void = () => {}
  const asked: string[] = []
  const changed: Partial<Settings>[] = []
  let refused = ''
  const changes = new Set<(change: LibraryChanged) => void>()
  /** Rows by their numbers; what is changed gets another number. */
  const rows = new Map(waiting.map((n) => [n, `r:${n}`]))
  const decidedRows = waiting.length > 0 ? [4, 5] : []
  let nextRow = 10
  const put = (paper: LibraryRecord) => {
    for (const [n, id] of rows) if (id === paper.id) rows.delete(n)
    rows.set(nextRow, paper.id)
    nextRow += 1
    papers.set(paper.id, paper)
  }
  const undecidedRows = () => [...rows].flatMap(([n, id]) => (papers.get(id)?.decision ? [] : [n]))
  let held: Promise<void> | undefined
  let committing: Promise<void> | undefined
  const numbersOf = (text: string) => {
    if (text.endsWith('is:include -is:assessed')) return Uint32Array.of(2)
    if (text.endsWith('is:maybe -is:assessed')) return Uint32Array.of(1)
    if (text.endsWith(' is:assessed') || text === 'is:assessed') return Uint32Array.of(4)
    return Uint32Array.from(
      text.endsWith('is:unread') ? undecidedRows() : [...rows.keys(), ...decidedRows],
    )
  }
  const shell = fakeShell(
    {
      'draft:put': ({ key, fields }) => {
        drafts.set(key, fields)
        return { ok: true, value: undefined }
      },
      'draft:commit': async ({ key }) => {
        await committing
        return { ok: true, value: papers.get(key) }
      },
      'draft:drop': ({ key }) => {
        drafts.delete(key)
        return { ok: true, value: undefined }
      },
      'record:edit': ({ id, edit }) => {
        if (refused !== '') return { ok: false, error: refused }
        edits.push([id, edit])
        const { decision, reason, ...rest } = papers.get(id) as LibraryRecord
        const next = {
          ...rest,
          ...(edit.decision ? { decision: edit.decision } : {}),
          ...(edit.reason ? { reason: edit.reason } : {}),
        }
        put(next)
        return { ok: true, value: next }
      },
    },
    {
      memory: {
        read: async (name) => memory.get(name),
        keep: async (name, value) => void memory.set(name, value),
      },
      onChange: (listener) => {
        changes.add(listener)
        return () => changes.delete(listener)
      },
      settings: {
        read: async () => settings,
        change: async (part) => {
          changed.push(part)
          settings = { ...settings, ...part }
          tell(settings)
          return settings
        },
        onChange: (listener) => {
          tell = listener
          return () => {}
        },
      },
    } satisfies Partial<Shell>,
  )
  Object.assign(shell.library, {
    numbers: async ({ text }: { text: string }) => {
      asked.push(text)
      const found = numbersOf(text)
      await held
      return found
    },
    rows: async (numbers: number[]) =>
      numbers.map((n) => {
        const id = rows.get(n)
        return id === undefined ? undefined : { id }
      }),
    get: async (id: string) => papers.get(id),
    draft: async (key: string) => {
      const fields = drafts.get(key)
      return fields && { session: 'another', fields }
    },
  })
  // jsdom lays nothing out, and what has no place is not on the screen.
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body)
  await show(
    <ShellContext.Provider value={shell}>
      <AnnouncerContext.Provider value={announcer}>
        <Review
          search={search}
          knownTags={[
            { tag: 'coral reefs', count: 3 },
            { tag: 'a “quoted” tag', count: 1 },
          ]}
        />
      </AnnouncerContext.Provider>
    </ShellContext.Provider>,
  )
  const refuse = (error: string) => {
    refused = error
  }
  /** Changes the library in another tab, and waits until the page has heard of it. */
  const elsewhere = async (change: () => void) => {
    await perform(async () => {
      change()
      for (const listener of changes) listener({ ids: [], counter: 1 })
      await new Promise((resolve) => setTimeout(resolve, quiet))
    })
  }
  const save = (n: number) =>
    put({ ...undecided, id: `r:${n}`, tags: [], item: { ...record.item, title: `Paper ${n}` } })
  const remove = (n: number) => {
    papers.delete(`r:${n}`)
    for (const [row, id] of rows) if (id === `r:${n}`) rows.delete(row)
  }
  /** What the library answers from now on comes only when the returned function is called. */
  const holdNumbers = () => {
    let goOn = () => {}
    held = new Promise((resolve) => {
      goOn = resolve
    })
    return () => {
      held = undefined
      goOn()
    }
  }
  /** Notes are kept only when the returned function is called. */
  const holdCommits = () => {
    let goOn = () => {}
    committing = new Promise((resolve) => {
      goOn = resolve
    })
    return () => perform(goOn)
  }
  return {
    holdCommits,
    edits,
    changed,
    papers,
    refuse,
    asked,
    elsewhere,
    save,
    remove,
    put,
    holdNumbers,
    drafts,
  }
}

const reasonBox = () => the<HTMLInputElement>('input', 'Reason to exclude')
const title = () => document.querySelector('h2')?.textContent
const text = () => document.body.textContent ?? ''
const key = (name: string, target: Element = document.body) => press(target as HTMLElement, name)

describe('review', () => {
  test('shows the first paper that is not decided, and how many are', async () => {
    await review()
    expect(title()).toBe('Paper 1')
    expect(text()).toContain('2 of 5 reviewed')
  })

  test('buttons decide and go on, and Undo goes back', async () => {
    const { edits } = await review()
    await perform(() => the('button', 'Include').click())
    expect(edits).toEqual([['r:1', { decision: 'include', reason: null }]])
    expect(title()).toBe('Paper 2')
    expect(text()).toContain('3 of 5 reviewed')
    expect(said.at(-1)).toBe('Included')
    await perform(() => the('button', 'Undo').click())
    expect(edits.at(-1)).toEqual(['r:1', { decision: null, reason: null }])
    expect(title()).toBe('Paper 1')
    expect(text()).toContain('2 of 5 reviewed')
  })

  test.each([
    ['offprint', ['i', 'm', 'x'], ['include', 'maybe', 'exclude'], 'u'],
    ['rayyan', ['i', 'u', 'e'], ['include', 'maybe', 'exclude'], 'z'],
    ['asreview', ['r', 'i', 'm'], ['include', 'exclude', 'maybe'], 'u'],
  ] as const)('keys of %s', async (reviewKeys, keys, decisions, undo) => {
    const { edits } = await review({ reviewKeys })
    for (const each of keys) await key(each)
    expect(edits.map(([, { decision }]) => decision)).toEqual(decisions)
    expect(text()).toContain('Every paper here is decided')
    await key(undo)
    expect(title()).toBe('Paper 3')
  })

  test('no key does anything where they are switched off, or while one types', async () => {
    const { edits } = await review({ reviewKeys: 'none' })
    await key('i')
    expect(edits).toEqual([])
    await hide()
    const again = await review()
    await key('i', the('input', 'Reason to exclude'))
    expect(again.edits).toEqual([])
  })

  test('a key of one’s own takes the place of the preset’s, and of whoever had it', async () => {
    const { edits } = await review({ ownKeys: { include: 'a', exclude: 'm' } })
    await key('i')
    expect(edits).toEqual([])
    await key('a')
    await key('m')
    expect(edits.map(([, { decision }]) => decision)).toEqual(['include', 'exclude'])
    expect(the('button', 'Maybe').getAttribute('aria-keyshortcuts')).toBeNull()
  })

  test('keys are where they stand on a Latin keyboard, where another script has no such letters', async () => {
    const { edits } = await review()
    await perform(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ه', code: 'KeyI', bubbles: true }),
      ),
    )
    expect(edits).toEqual([['r:1', { decision: 'include', reason: null }]])
    // A Latin letter is what it says, wherever it stands.
    await perform(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'q', code: 'KeyX', bubbles: true }),
      ),
    )
    expect(edits).toHaveLength(1)
  })

  test('J and K move without deciding', async () => {
    const { edits } = await review()
    await key('j')
    expect(title()).toBe('Paper 2')
    await key('k')
    expect(title()).toBe('Paper 1')
    await key('k')
    expect(title()).toBe('Paper 1')
    expect(edits).toEqual([])
  })

  test('each of several quick presses of J and K counts', async () => {
    await review()
    await quickly('j', 'j')
    expect(title()).toBe('Paper 3')
    await quickly('k', 'k')
    expect(title()).toBe('Paper 1')
    await quickly('k', 'k', 'j')
    expect(title()).toBe('Paper 2')
  })

  test('a decision that is pressed before a move was seen is about nothing', async () => {
    const { edits } = await review()
    await quickly('j', 'i')
    expect(title()).toBe('Paper 2')
    expect(edits).toEqual([])
  })

  test('what was skipped comes again at the end, and is said to', async () => {
    const { edits } = await review()
    await key('j')
    await key('i')
    await key('i')
    expect(edits.map(([id]) => id)).toEqual(['r:2', 'r:3'])
    expect(text()).not.toContain('Every paper here is decided')
    expect(title()).toBe('Paper 1')
    const back = 'Back to what was skipped: 1 paper is not decided yet'
    expect(text()).toContain(back)
    expect(said.at(-1)).toBe(`Included. ${back}`)
    // It is the only one: whoever moves on comes back to it.
    await key('j')
    expect(title()).toBe('Paper 1')
    expect(said.at(-1)).toBe(back)
    await key('k')
    expect(title()).toBe('Paper 3')
    expect(text()).not.toContain('Back to what was skipped')
    await key('j')
    await key('x')
    expect(text()).toContain('Every paper here is decided')
    expect(text()).toContain('5 of 5 reviewed')
    await key('u')
    expect(title()).toBe('Paper 1')
    expect(text()).toContain('4 of 5 reviewed')
  })

  test('a paper that is decided anew gets its former decision back', async () => {
    const { edits } = await review()
    await key('i')
    await key('k')
    await key('x')
    expect(text()).toContain('3 of 5 reviewed')
    await key('u')
    expect(edits.at(-1)).toEqual(['r:1', { decision: 'include', reason: null }])
    expect(text()).toContain('3 of 5 reviewed')
    await key('u')
    expect(edits.at(-1)).toEqual(['r:1', { decision: null, reason: null }])
    expect(text()).toContain('2 of 5 reviewed')
  })

  test('a paper that is saved meanwhile waits behind the others', async () => {
    const { elsewhere, save } = await review()
    await key('i')
    await elsewhere(() => save(6))
    expect(title()).toBe('Paper 2')
    expect(text()).toContain('3 of 6 reviewed')
    await key('i')
    await key('i')
    expect(title()).toBe('Paper 6')
    await key('i')
    expect(text()).toContain('6 of 6 reviewed')
    expect(text()).toContain('Every paper here is decided')
  })

  test('who stands at the end goes on with a paper that is saved then', async () => {
    const { elsewhere, save, edits } = await review()
    for (const each of ['i', 'i', 'i']) await key(each)
    expect(text()).toContain('Every paper here is decided')
    await elsewhere(() => save(6))
    expect(title()).toBe('Paper 6')
    expect(text()).toContain('5 of 6 reviewed')
    await key('x')
    expect(edits.at(-1)?.[0]).toBe('r:6')
    expect(text()).toContain('6 of 6 reviewed')
  })

  test('an empty library’s first paper is shown as soon as it is saved', async () => {
    const { elsewhere, save, remove } = await review({ reviewOf: 'tag:none' })
    await elsewhere(() => [1, 2, 3].forEach(remove))
    await pick(the<HTMLSelectElement>('select', 'Papers to review'), '')
    expect(title()).toBeUndefined()
    await elsewhere(() => save(7))
    expect(title()).toBe('Paper 7')
    the('button', 'Include')
  })

  test('where nothing was saved yet it says how papers come here, and no button stands there for nothing', async () => {
    await review({}, '', new Map(), [])
    expect(text()).toContain('Nothing here yet.')
    expect(text()).toContain('The papers that you save then wait here.')
    expect(text()).toContain('Click it, or press Alt+Shift+S.')
    expect(document.querySelectorAll('button, progress')).toHaveLength(0)
    await hide()
    await review({ reviewOf: 'tag:none' }, '', new Map(), [])
    expect(text()).toContain('No paper matches.')
    expect(document.querySelectorAll('.decision')).toHaveLength(0)
  })

  test('what is decided or trashed elsewhere no longer comes, and is counted so; the paper that is on stays', async () => {
    const { elsewhere, put, papers, remove } = await review()
    await key('j')
    await elsewhere(() => {
      for (const id of ['r:1', 'r:2'])
        put({ ...(papers.get(id) as LibraryRecord), decision: 'include' })
      remove(3)
    })
    expect(title()).toBe('Paper 2')
    expect(text()).toContain('4 of 4 reviewed')
    await key('x')
    expect(papers.get('r:2')?.decision).toBe('exclude')
    expect(text()).toContain('4 of 4 reviewed')
    expect(text()).toContain('Every paper here is decided')
  })

  test('a decision that crosses a reading of the library is not lost by it', async () => {
    const { elsewhere, save, holdNumbers } = await review()
    await key('i')
    await key('i')
    const goOn = holdNumbers()
    await elsewhere(() => save(6))
    await key('i')
    await perform(goOn)
    expect(title()).toBeUndefined()
    expect(text()).toContain('5 of 5 reviewed')
    await elsewhere(() => undefined)
    expect(title()).toBe('Paper 6')
    expect(text()).toContain('5 of 6 reviewed')
  })

  test('what is taken back elsewhere waits again', async () => {
    const { elsewhere, put, papers } = await review()
    for (const each of ['i', 'i', 'i']) await key(each)
    await elsewhere(() => {
      const { decision: _, ...paper } = papers.get('r:2') as LibraryRecord
      put(paper)
    })
    expect(title()).toBe('Paper 2')
    expect(text()).toContain('4 of 5 reviewed')
  })

  test('a note that is kept when the next paper is on says nothing over the decision', async () => {
    const { holdCommits } = await review()
    const goOn = holdCommits()
    const note = the<HTMLTextAreaElement>('textarea', 'Note')
    await type(note, 'Read the methods')
    await perform(() => note.dispatchEvent(new FocusEvent('blur')))
    await key('i')
    await goOn()
    expect(title()).toBe('Paper 2')
    expect(said).toEqual(['Included'])
  })

  test('a decision is taken back after its review was closed', async () => {
    const memory = new Map()
    await review({}, '', new Map(), [1, 2, 3], memory)
    await key('x')
    await hide()
    const { edits, papers } = await review({}, '', new Map(), [2, 3], memory)
    const { item } = papers.get('r:2') as LibraryRecord
    papers.set('r:1', {
      ...record,
      id: 'r:1',
      item: { ...item, title: 'Paper 1' },
      decision: 'exclude',
    })
    expect(title()).toBe('Paper 2')
    expect(the<HTMLButtonElement>('button', 'Undo').disabled).toBe(false)
    await key('u')
    expect(edits).toEqual([['r:1', { decision: null, reason: null }]])
    expect(title()).toBe('Paper 1')
    await key('i')
    expect(edits.at(-1)).toEqual(['r:1', { decision: 'include', reason: null }])
    expect(title()).toBe('Paper 2')
    await key('u')
    expect(title()).toBe('Paper 1')
    await key('u')
    expect(said.at(-1)).toBe('There is nothing left to undo.')
  })

  test('what another page decided about the paper that is on is said, shown, and not taken back from here', async () => {
    const { edits, papers, elsewhere } = await review()
    const decide = (id: string, decision: 'include' | 'exclude') =>
      papers.set(id, { ...(papers.get(id) as LibraryRecord), decision })
    await elsewhere(() => decide('r:1', 'exclude'))
    expect(said).toEqual(['Decided elsewhere meanwhile: Excluded'])
    expect(document.querySelector('.review-paper')?.textContent).toContain('Excluded')
    await key('i')
    expect(edits).toEqual([['r:1', { decision: 'include', reason: null }]])
    await elsewhere(() => decide('r:1', 'exclude'))
    await key('u')
    expect(edits).toHaveLength(1)
    expect(said.at(-1)).toBe('Decided elsewhere meanwhile: Excluded')
    expect(title()).toBe('Paper 2')
  })

  test('a reason goes with an exclusion only, and is offered again', async () => {
    const { edits, changed } = await review({ reasons: ['wrong population'] })
    await type(the<HTMLInputElement>('input', 'Reason to exclude'), 'animal study ')
    await perform(() => the('button', 'Exclude').click())
    expect(edits).toEqual([['r:1', { decision: 'exclude', reason: 'animal study' }]])
    expect(changed).toEqual([{ reasons: ['animal study', 'wrong population'] }])
    await type(the<HTMLInputElement>('input', 'Reason to exclude'), 'left over')
    await perform(() => the('button', 'Include').click())
    expect(edits.at(-1)).toEqual(['r:2', { decision: 'include', reason: null }])
  })

  test('a reason is kept with its paper, until that is decided', async () => {
    const drafts = new Map()
    await review({}, '', drafts)
    await type(reasonBox(), 'animals')
    await key('j')
    expect(reasonBox().value).toBe('')
    await type(reasonBox(), 'children')
    await key('k')
    expect(reasonBox().value).toBe('animals')
    await hide()
    const { edits } = await review({}, '', drafts)
    expect(reasonBox().value).toBe('animals')
    await key('x')
    expect(edits).toEqual([['r:1', { decision: 'exclude', reason: 'animals' }]])
    expect(reasonBox().value).toBe('children')
    await key('i')
    expect(edits.at(-1)).toEqual(['r:2', { decision: 'include', reason: null }])
    expect(drafts.size).toBe(0)
  })

  test('a reason stands in its box again when its decision is taken back', async () => {
    const drafts = new Map()
    const { edits } = await review({}, '', drafts)
    await type(reasonBox(), 'animals')
    await key('x')
    expect(drafts.size).toBe(0)
    await key('u')
    expect(title()).toBe('Paper 1')
    expect(reasonBox().value).toBe('animals')
    expect([...drafts.values()]).toEqual([{ reason: 'animals' }])
    await key('x')
    // What is looked at again shows why it was excluded.
    await key('k')
    expect(reasonBox().value).toBe('animals')
    await key('x')
    expect(edits.at(-1)).toEqual(['r:1', { decision: 'exclude', reason: 'animals' }])
  })

  test('a reason stays where its decision could not be kept', async () => {
    const { refuse } = await review()
    await type(reasonBox(), 'animals')
    refuse('There is no room.')
    await key('x')
    expect(title()).toBe('Paper 1')
    expect(reasonBox().value).toBe('animals')
  })

  test.each([
    ['n', 'Note', 'a note'],
    ['t', 'Tags', 'coral'],
    ['', 'Reason to exclude', 'animals'],
  ])(
    'Escape leads out of a box (%s: %s), and what was typed is kept',
    async (begin, name, words) => {
      const { edits, drafts } = await review()
      if (begin === '') the('input', name).focus()
      else await key(begin)
      const box = document.activeElement as HTMLInputElement
      expect(box).toBe(the('input, textarea', name))
      await type(box, words)
      expect(await press(box, 'Escape')).toBe(true)
      expect(document.activeElement).toBe(document.querySelector('.review'))
      if (begin === 't') expect(edits).toEqual([['r:1', { addTags: ['coral'] }]])
      else expect([...drafts.values()].map((fields) => Object.values(fields))).toEqual([[words]])
      await key('i', document.activeElement as Element)
      expect(edits.at(-1)).toEqual(['r:1', { decision: 'include', reason: null }])
      // Outside a box Escape stays the browser's, which closes the popup.
      expect(await press(document.querySelector('.review') as HTMLElement, 'Escape')).toBe(false)
    },
  )

  test('a decision that could not be kept brings its paper back', async () => {
    const { edits, refuse } = await review()
    refuse('There is no room.')
    await key('i')
    expect(title()).toBe('Paper 1')
    expect(text()).toContain('2 of 5 reviewed')
    expect(edits).toEqual([])
    expect(announcer.fail).toHaveBeenCalledWith('There is no room.')
  })

  test('of two presses before the next paper is there, the second decides about nothing', async () => {
    const { edits } = await review()
    await quickly('i', 'x')
    expect(edits.filter(([id]) => id === 'r:1')).toEqual([
      ['r:1', { decision: 'include', reason: null }],
    ])
    expect(title()).toBe('Paper 2')
  })

  test('the person’s words are marked, those against a paper in another way', async () => {
    await review({ wanted: ['gulls'], unwanted: ['roofs'] })
    const marks = (kind: string) =>
      [...document.querySelectorAll(`.sections mark.${kind}`)].map((each) => each.textContent)
    await expect.poll(() => marks('for')).toContain('Gulls')
    expect(marks('against')).toContain('roofs')
  })

  test('a tag, or a search that was kept, is a project with a queue of its own', async () => {
    const { asked, changed } = await review({ projects: ['year:2014-2018'] })
    expect(asked).toEqual(['is:unread', ''])
    const papers = the<HTMLSelectElement>('select', 'Papers to review')
    expect([...papers.options].map((option) => option.textContent)).toEqual([
      'All papers',
      'year:2014-2018',
      'coral reefs',
      'a “quoted” tag',
    ])
    await pick(papers, 'tag:"coral reefs"')
    expect(asked.slice(2)).toEqual(['tag:"coral reefs" is:unread', 'tag:"coral reefs"'])
    expect(changed).toEqual([{ reviewOf: 'tag:"coral reefs"' }])
    await pick(papers, 'tag:"a \\“quoted\\” tag"')
    expect(asked.at(-1)).toBe('tag:"a \\“quoted\\” tag"')
    await pick(papers, 'year:2014-2018')
    await perform(() => the('button', 'Remove the project').click())
    expect(changed.at(-1)).toEqual({ projects: [] })
  })

  test('what is searched for is reviewed by itself, and can be kept', async () => {
    const { asked, changed } = await review({ reviewOf: 'tag:other' }, 'salt "on sl')
    // A quotation that was begun does not swallow what the review asks for.
    expect(asked).toEqual(['salt "on sl" is:unread', 'salt "on sl"'])
    await perform(() => the('button', 'Keep as a project').click())
    expect(changed).toEqual([{ projects: ['salt "on sl'], reviewOf: 'salt "on sl' }])
    the('button', 'Remove the project')
  })

  test('what is searched for is chosen for now only, and what was chosen before is read first', async () => {
    const { changed } = await review({}, 'salt')
    const papers = the<HTMLSelectElement>('select', 'Papers to review')
    await pick(papers, 'tag:"coral reefs"')
    await pick(papers, 'salt')
    expect(changed).toEqual([{ reviewOf: 'tag:"coral reefs"' }])
    await hide()
    const { asked } = await review({ reviewOf: 'tag:"coral reefs"' })
    expect(asked).toEqual(['tag:"coral reefs" is:unread', 'tag:"coral reefs"'])
  })

  test('full texts are decided about after title and abstract, the sure ones first', async () => {
    const { edits } = await review({ reviewPass: 'fullText' })
    expect(title()).toBe('Paper 2')
    expect(text()).toContain('1 of 3 reviewed')
    await key('x')
    expect(edits).toEqual([['r:2', { decision: 'exclude', reason: null, assessed: true }]])
    expect(title()).toBe('Paper 1')
    await key('i')
    expect(text()).toContain('The full text of every paper here is assessed.')
    await key('u')
    expect(edits.at(-1)).toEqual(['r:1', { decision: null, reason: null, assessed: null }])
  })
})

/** Presses keys one after the other, before anything that the first began can have been shown. */
async function quickly(...names: string[]): Promise<void> {
  await perform(() => {
    for (const name of names)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
  })
}

async function pick(select: HTMLSelectElement, value: string): Promise<void> {
  await perform(() => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}
