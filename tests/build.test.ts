import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { licencesFile } from '../scripts/licences.ts'
import { wholeLines } from '../src/boilerplate/whole-lines.ts'
import { portals } from '../src/portals/index.ts'

const root = resolve(import.meta.dirname, '..')
const built = join(root, 'dist/chrome')
const read = (path: string) => readFileSync(join(built, path), 'utf8')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath, each.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

const files = filesIn(built)
const scripts = files.filter((path) => path.endsWith('.js'))

/** The engine of formatted references. */
const citeproc = 'references/citeproc_commonjs.js'

/** Where a script asks for another, or is none by itself. */
function troublesOfPlainScript(code: string): string[] {
  const { errors } = parseSync('plain.js', code, { sourceType: 'script' })
  return [
    ...errors.map(({ message }) => message),
    ...(/\bimport\s*\(/.test(code) ? ['it loads another script'] : []),
  ]
}

describe('scripts that go into pages', () => {
  const detector = 'extension/content/detect.iife.js'
  const capture = 'extension/content/capture.iife.js'
  const mathematics = 'extension/content/mathematics.iife.js'

  it.each([detector, capture, mathematics])('%s is one plain script', (path) => {
    expect(troublesOfPlainScript(read(path))).toEqual([])
  })

  it('a script with parts elsewhere would be noticed', () => {
    expect(troublesOfPlainScript("import './chunks/a.js'")).not.toEqual([])
    expect(troublesOfPlainScript("(async () => { await import('./a.js') })()")).not.toEqual([])
  })

  it('the detector costs a page 8 KB at most', () => {
    expect(Buffer.byteLength(read(detector))).toBeLessThanOrEqual(8 * 1024)
  })

  it('the script that reads a page has 245 KB at most', () => {
    expect(Buffer.byteLength(read(capture))).toBeLessThanOrEqual(245 * 1024)
  })

  it('only the script for mathematics has the library that writes LaTeX', () => {
    // A command that the library alone writes.
    const marked = scripts.filter((path) => read(path).includes('genfrac'))
    expect(marked).toEqual([mathematics])
  })

  it('no script has the examples of rules and portals', () => {
    const examples = [
      ...wholeLines.flatMap(({ why, strips }) => [why, strips[0] ?? why]),
      ...portals.flatMap(({ pages }) => pages.slice(0, 1)),
    ]
    for (const path of scripts) {
      const code = read(path)
      expect(examples.filter((example) => example.length > 30 && code.includes(example))).toEqual(
        [],
      )
    }
    expect(read(capture)).toContain('like-button')
  })

  it('no other script has a part of them', () => {
    for (const path of scripts) expect(read(path)).not.toContain('detect.iife')
    for (const script of [capture, mathematics]) {
      const injecting = scripts.filter((path) => read(path).includes(script))
      expect(injecting).toEqual(['extension/background/main.js'])
    }
  })
})

describe('our own pages', () => {
  const pages = files.filter((path) => path.endsWith('.html'))

  it('are the popup, the library, the one after the installation, and the one nobody sees that writes downloads', () => {
    expect(pages).toEqual([
      'extension/library/index.html',
      'extension/offscreen/index.html',
      'extension/popup/index.html',
      'extension/welcome/index.html',
    ])
  })

  it.each(pages)('%s has no script or style in line', (path) => {
    const html = read(path)
    expect(html).toMatch(/<script type="module"[^>]* src="\/[\w/.-]+"/)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i)
    const asked = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, target = '']) => target)
    for (const target of asked) expect(files).toContain(target.replace(/^\//, ''))
  })

  it.each(['popup', 'library'])(
    'the %s asks for one style sheet, in which what is its own comes last',
    (page) => {
      const sheets = [...read(`extension/${page}/index.html`).matchAll(/href="\/([^"]*\.css)"/g)]
      expect(sheets).toHaveLength(1)
      const css = read(sheets[0]?.[1] ?? '')
      const own = page === 'popup' ? '.tab-panel{' : '.plain-row{'
      expect(css.indexOf(own)).toBeGreaterThan(css.lastIndexOf('.row{'))
    },
  )

  it('the popup shows its list with four scripts of 60 KB in all; the library and the forms come behind it', () => {
    const html = read('extension/popup/index.html')
    const asked = [...html.matchAll(/\b(?:src|href)="\/([^"]*\.js)"/g)].map(([, path = '']) => path)
    const bytes = asked.reduce((sum, path) => sum + Buffer.byteLength(read(path)), 0)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(4)
    expect(bytes).toBeLessThanOrEqual(60 * 1024)
  })

  it('say nothing that the policy would stop', () => {
    expect(scripts.length).toBeGreaterThan(3)
    for (const path of scripts.filter((each) => each !== citeproc)) {
      expect(read(path), path).not.toMatch(/\bfetch\(|\beval\(|\bnew Function\b|XMLHttpRequest/)
    }
  })
})

describe('formatted references', () => {
  it('are made by the engine’s own file, byte by byte', () => {
    const own = readFileSync(join(root, 'node_modules/citeproc/citeproc_commonjs.js'))
    expect(readFileSync(join(built, citeproc)).equals(own)).toBe(true)
  })

  it('have an engine that makes no code of text, and asks the network only where nobody can read XML', () => {
    const code = read(citeproc)
    expect(code).not.toMatch(/\bfetch\(|\beval\(|\bnew Function\b|\bimport\(/)
    const withoutParser = /if \("undefined" == typeof DOMParser\) \{[\s\S]*?\n {8}\};/.exec(code)
    expect(withoutParser?.[0]).toContain('new XMLHttpRequest')
    expect(code.split('new XMLHttpRequest')).toHaveLength(2)
  })

  it('keep their licences beside them', () => {
    const notice = read('references/licences.txt')
    expect(notice).toContain('Copyright (c) 2009-2019 Frank Bennett')
    expect(notice).toContain('Common Public Attribution License Version 1.0 (CPAL)')
    expect(notice).toContain('https://creativecommons.org/licenses/by-sa/3.0/')
    const packed = files.filter((path) => /^references\/(style|locale)-/.test(path))
    expect(packed).toHaveLength(15)
    for (const path of packed) expect(notice).toContain(path.replace('references/', ''))
  })

  it('are loaded only once they are asked for', () => {
    const first = ['popup', 'library', 'offscreen'].flatMap((page) =>
      [...read(`extension/${page}/index.html`).matchAll(/\b(?:src|href)="\/([^"]*\.js)"/g)].map(
        ([, path = '']) => path,
      ),
    )
    const loaded = new Set(['service-worker-loader.js', ...first])
    for (const path of loaded) {
      const code = read(path)
      expect(code, path).not.toMatch(/XmlJSON|citation-number|csl-entry/)
      for (const [, next = ''] of code.matchAll(
        /(?:^|[;}\s])(?:import|export)\b[^;("'`]*["'`](\.[^"'`]+)["'`]/g,
      ))
        loaded.add(posix.join(posix.dirname(path), next))
    }
    expect(loaded.size).toBeGreaterThan(6)
    expect([...loaded].filter((path) => /references|citations/.test(path))).toEqual([])
  })
})

describe('the package', () => {
  it('lists the licence of everything that is built in, all of it runtime dependencies', () => {
    const text = read(licencesFile)
    const listed = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+ \((.+)\)$/gm)].map(([, name]) => name)
    const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
    const { dependencies, name: own } = readJson('package.json')
    const { packages } = readJson('package-lock.json')
    // The engine of references goes out as a file of its own, with its licence beside it.
    const builtIn = Object.keys(dependencies).filter((name) => name !== 'citeproc')
    expect(listed).toEqual(expect.arrayContaining([own, ...builtIn]))
    for (const name of listed.filter((each) => each !== own))
      expect(packages[`node_modules/${name}`], name).not.toHaveProperty('dev')
    expect(text).toContain(readFileSync(join(root, 'LICENSE'), 'utf8').trim())
    expect(text).toContain('Mozilla Public License Version 2.0')
  })

  it('is small', () => {
    const bytes = (of: (path: string) => boolean) =>
      files.filter(of).reduce((sum, path) => sum + readFileSync(join(built, path)).length, 0)
    const isReferences = (path: string) => path.startsWith('references/')
    // Unpacked: what is downloaded is a third of it (tests/full/packages.test.ts).
    expect(bytes((path) => !isReferences(path))).toBeLessThanOrEqual(1.6 * 1024 * 1024)
    // Two thirds of it are the engine's source, which goes out as it is.
    expect(bytes(isReferences)).toBeLessThanOrEqual(1.3 * 1024 * 1024)
  })

  it('has the same bytes when it is built in another folder', () => {
    const elsewhere = join(mkdtempSync(join(tmpdir(), 'offprint-build-')), 'another', 'folder')
    try {
      const inputs = [
        'src',
        'extension',
        'icons',
        'manifest.json',
        'package.json',
        'vite.config.ts',
        'LICENSE',
        'scripts',
      ]
      for (const name of [...inputs, 'tsconfig.base.json']) {
        cpSync(join(root, name), join(elsewhere, name), { recursive: true })
      }
      symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction')
      execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
        cwd: elsewhere,
        stdio: 'pipe',
        env: { ...process.env, NODE_ENV: 'production' },
      })
      const again = join(elsewhere, 'dist/chrome')
      expect(filesIn(again)).toEqual(files)
      for (const path of files) {
        expect(readFileSync(join(again, path)).equals(readFileSync(join(built, path))), path).toBe(
          true,
        )
      }
    } finally {
      rmSync(resolve(elsewhere, '../..'), { recursive: true, force: true })
    }
  })
})
