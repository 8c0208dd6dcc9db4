import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as rules from './support/architecture.ts'
import { readModule, type SourceModule } from './support/source-module.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (path) => `${folder}/${path.replaceAll('\\', '/')}`,
  )
const modules = ['src', 'extension']
  .flatMap(filesIn)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readModule(path, read(path)))

/** Made-up files, from their text. */
const made = (files: { [path: string]: string }): SourceModule[] =>
  Object.entries(files).map(([path, text]) => readModule(path, text))

interface Case {
  rule: rules.Rule
  /** Files that break it, and what it then says. */
  wrong: [files: { [path: string]: string }, says: RegExp][]
  /** Files that look like it and do not. */
  right: { [path: string]: string }
}

const cases: { [name: string]: Case } = {
  'imports run in one direction': {
    rule: rules.direction,
    wrong: [
      [{ 'src/text/a.ts': "import { x } from '../item/b.ts'" }, /text may not import item/],
      [
        { 'src/item/a.ts': "import type { X } from '../library/b.ts'" },
        /item may not import library/,
      ],
      [{ 'src/item/a.ts': "export * from '../formats/b.ts'" }, /item may not import formats/],
      [{ 'src/item/a.ts': "const x = await import('../sync/b.ts')" }, /item may not import sync/],
      [{ 'src/item/a.ts': "let x: import('../sync/b.ts').X" }, /item may not import sync/],
      [{ 'src/capture/a.ts': "import '../../extension/b.ts'" }, /capture may not import extension/],
      [{ 'extension/a.ts': "import file from '../src/text/b.ts?script'" }, /may not import text/],
      [{ 'src/new/a.ts': '' }, /no place in the table/],
    ],
    right: {
      'src/item/a.ts':
        "// import '../sync/b.ts'\nimport '../text/b.ts'\nconst s = `import '../sync/b.ts'`",
      'extension/popup/a.ts': "import '../../src/item/b.ts'\nimport '../messages.ts'",
    },
  },
  'imports name files that exist': {
    rule: rules.existing,
    wrong: [[{ 'src/item/a.ts': "import './none.ts'" }, /no src\/item\/none\.ts/]],
    right: { 'src/item/a.ts': "import './b.ts'", 'src/item/b.ts': '' },
  },
  'there are no cycles': {
    rule: rules.noCycles,
    wrong: [
      [
        {
          'src/item/a.ts': "import './b.ts'",
          'src/item/b.ts': "import './c.ts'",
          'src/item/c.ts': "import './b.ts'",
        },
        /b\.ts → src\/item\/c\.ts → src\/item\/b\.ts/,
      ],
    ],
    right: {
      'src/item/a.ts': "import './b.ts'\nimport './c.ts'",
      'src/item/b.ts': "import './c.ts'",
      'src/item/c.ts': '',
    },
  },
  'packages are used where they belong': {
    rule: rules.packages,
    wrong: [
      [{ 'src/library/search.ts': "import { openDB } from 'idb'" }, /may not import idb/],
      [{ 'src/item/a.ts': "import browser from 'webextension-polyfill'" }, /webextension-polyfill/],
      [{ 'extension/content/detect.iife.ts': "import b from 'webextension-polyfill'" }, /polyfill/],
      [{ 'src/text/a.ts': "import { h } from 'preact'" }, /may not import preact/],
      [{ 'extension/a.ts': "import _ from 'lodash'" }, /may not import lodash/],
    ],
    right: {
      'src/library/open.ts': "import { openDB } from 'idb'",
      'extension/popup/main.tsx': "import { render } from 'preact'\nimport 'preact/hooks'",
      'extension/background/main.ts': "import browser from 'webextension-polyfill'",
    },
  },
  'the detector stays small': {
    rule: rules.smallDetector,
    wrong: [
      [
        {
          'extension/content/detect.iife.ts': "import './a.ts'",
          'extension/content/a.ts': "import browser from 'webextension-polyfill'",
        },
        /reaches extension\/content\/a\.ts/,
      ],
      [
        { 'extension/content/detect.iife.ts': "import '../../src/portals/index.ts'" },
        /reaches src\/portals\/index\.ts/,
      ],
    ],
    right: {
      'extension/content/detect.iife.ts': "import './a.ts'\nimport type { M } from '../m.ts'",
      'extension/content/a.ts': '',
      'extension/m.ts': "import browser from 'webextension-polyfill'",
    },
  },
  'the core is pure': {
    rule: rules.pureCore,
    wrong: [
      [{ 'src/text/a.ts': 'chrome.storage.local.get()' }, /says chrome/],
      [{ 'src/text/a.ts': 'export const b = globalThis.browser' }, /says browser/],
      [{ 'src/text/a.ts': 'export const t = () => Date.now()' }, /says Date\.now/],
      [{ 'src/text/a.ts': 'export const t = () => new Date()' }, /says new Date\(\)/],
      [{ 'src/text/a.ts': 'export const u = [location.href]' }, /says location/],
      [{ 'src/text/a.ts': 'export const w = { window }' }, /says window/],
    ],
    right: {
      'src/text/a.ts':
        "// chrome, Date.now()\nexport const a = (d: Date, at: { location: string }) => [new Date(d), at.location, 'window']",
      'extension/a.ts': 'export const t = () => Date.now()',
    },
  },
  'one file may reach the network': {
    rule: rules.oneFetch,
    wrong: [
      [{ 'extension/a.ts': "fetch('/x')" }, /says fetch/],
      [{ 'extension/a.ts': "globalThis.fetch('/x')" }, /says fetch/],
      [{ 'src/text/a.ts': 'const get = fetch\nget()' }, /says fetch/],
      [{ 'extension/a.ts': "new XMLHttpRequest().open('GET', '/x')" }, /says XMLHttpRequest/],
      [{ 'extension/a.ts': "navigator.sendBeacon('/x')" }, /sendBeacon/],
    ],
    right: {
      'extension/network.ts': "fetch('/x')",
      'extension/a.ts':
        "import { fetch } from './network.ts'\nfetch('/x')\n// fetch('/y')\nqueue.fetch()",
    },
  },
  'text stays text': {
    rule: rules.noMarkupFromText,
    wrong: [
      [{ 'extension/a.ts': "element.innerHTML = '<b>'" }, /says innerHTML/],
      [{ 'extension/a.ts': "element['innerHTML'] = '<b>'" }, /says innerHTML/],
      [
        { 'extension/A.tsx': 'const a = <p dangerouslySetInnerHTML={x} />' },
        /dangerouslySetInnerHTML/,
      ],
      [{ 'src/text/a.ts': 'export const t = (e: HTMLElement) => e.innerText' }, /says innerText/],
    ],
    right: { 'extension/A.tsx': '// innerHTML\nconst a = <p title="not innerHTML">{text}</p>' },
  },
  'files are short': {
    rule: rules.sizes,
    wrong: [
      [{ 'src/text/a.ts': '\n'.repeat(251) }, /251 lines, 250 at most/],
      [{ 'src/portals/arxiv.ts': '\n'.repeat(61) }, /61 lines, 60 at most/],
      [{ 'extension/ui/A.tsx': '\n'.repeat(151) }, /151 lines, 150 at most/],
    ],
    right: {
      'src/text/a.ts': '\n'.repeat(250),
      'src/portals/index.ts': '\n'.repeat(200),
      'src/portals/arxiv.ts': '\n'.repeat(60),
      'extension/ui/A.tsx': '\n'.repeat(150),
    },
  },
  'files are named alike': {
    rule: rules.names,
    wrong: [
      [{ 'src/text/elementText.ts': '' }, /not named/],
      [{ 'extension/ui/tag-field.tsx': '' }, /not named/],
      [{ 'src/text/utils.ts': '' }, /says nothing/],
      [{ 'src/common/a.ts': '' }, /says nothing/],
      [{ 'src/library/tag-manager.ts': '' }, /says nothing/],
    ],
    right: {
      'src/text/element-text.ts': '',
      'extension/ui/TagField.tsx': '',
      'extension/popup/main.tsx': '',
      'extension/content/detect.iife.ts': '',
      'src/text/commonwealth.ts': '',
    },
  },
}

describe('the source', () => {
  it('was seen, each part of it', () => {
    const areas = new Set(modules.map(({ path }) => rules.areaOf(path)))
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((each) => each.isDirectory() && filesIn(`src/${each.name}`).length > 0)
      .map(({ name }) => name)
    expect(folders).toContain('capture')
    expect([...areas].sort()).toEqual([...folders, 'extension'].sort())
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length)
  })

  it.each(Object.entries(cases))('%s', (_, { rule }) => {
    expect(rule(modules)).toEqual([])
  })
})

describe('each rule sees what breaks it', () => {
  for (const [name, { rule, wrong, right }] of Object.entries(cases)) {
    it.each(wrong)(`${name}: %j`, (files, says) => {
      expect(rule(made(files)).join('\n')).toMatch(says)
    })

    it(`${name}: and lets the like of it be`, () => {
      expect(rule(made(right))).toEqual([])
    })
  }

  it('the table itself has no cycle', () => {
    const done = new Set<string>()
    while (done.size < Object.keys(rules.mayImport).length) {
      const next = Object.entries(rules.mayImport).find(
        ([area, others]) => !done.has(area) && others.every((other) => done.has(other)),
      )
      expect(next, 'the rest of the table goes round').toBeDefined()
      if (next) done.add(next[0])
    }
  })

  it('a file that does not parse is no pass', () => {
    expect(() => made({ 'src/text/a.ts': 'const = 1' })).toThrow(/src\/text\/a\.ts/)
  })
})

describe('ARCHITECTURE.md', () => {
  it('names files and folders that exist', () => {
    const text = read('ARCHITECTURE.md')
    expect(rules.mentionedPaths(text).length).toBeGreaterThan(5)
    expect(rules.missingPaths(text, (path) => existsSync(join(root, path)))).toEqual([])
  })

  it('would be caught naming one that does not', () => {
    const found = rules.missingPaths(
      'See `src/item/` and `src/none.ts`, not `a/b`.',
      (path) => path === 'src/item/',
    )
    expect(found).toEqual(['src/none.ts'])
  })
})

describe('the version', () => {
  it('stands in package.json only', () => {
    const { version } = JSON.parse(read('package.json'))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(JSON.parse(read('manifest.json'))).not.toHaveProperty('version')
    const elsewhere = modules.filter(({ words }) => words.has(version)).map(({ path }) => path)
    expect(elsewhere).toEqual([])
  })
})
