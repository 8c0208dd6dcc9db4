import { posix } from 'node:path'
import type { SourceModule } from './source-module.ts'

/** What each part of the core may import of the others; the shell may import what stands under `extension`. */
export const mayImport: { [area: string]: readonly string[] } = {
  text: [],
  item: ['text'],
  detection: ['item', 'text'],
  boilerplate: ['text'],
  portals: ['item'],
  metadata: ['item', 'text'],
  abstract: ['boilerplate', 'item', 'metadata', 'portals', 'text'],
  capture: ['abstract', 'boilerplate', 'detection', 'item', 'metadata', 'portals', 'text'],
  library: ['item', 'text'],
  formats: ['item', 'text'],
  references: ['formats', 'item'],
  sync: ['item', 'library'],
  extension: [
    'capture',
    'detection',
    'formats',
    'item',
    'library',
    'portals',
    'references',
    'sync',
  ],
}

/** The files that may import each package. */
const packageUsers: { [name: string]: RegExp } = {
  idb: /^src\/library\/(open|requests)\.ts$/,
  '@noble/hashes': /^src\/formats\/json\.ts$/,
  ulid: /^src\/(library|item)\//,
  citeproc: /^extension\/ui\/load-citations\.ts$/,
  'citation-style': /^extension\/ui\/load-citations\.ts$/,
  'citation-locale': /^extension\/ui\/load-citations\.ts$/,
  'mathml-to-latex': /^src\/capture\/mathematics\.ts$/,
  preact: /^extension\//,
  '@tanstack/virtual-core': /^extension\/ui\/use-virtual-rows\.ts$/,
  'webextension-polyfill': /^extension\/(?!content\/detect)/,
}

/** A file's part: `text`, `capture` … for the core, `extension` for the shell. */
export function areaOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? second : top
}

/** Where a module breaks one rule, in words; an empty list is a pass. */
export type Rule = (modules: readonly SourceModule[]) => string[]

/** Imports run in one direction only. */
export const direction: Rule = (modules) =>
  modules.flatMap((module) => {
    const area = areaOf(module.path)
    const allowed = mayImport[area]
    if (!allowed) return [`${module.path}: ${area} has no place in the table`]
    return localImports(module)
      .map(areaOf)
      .filter((other) => other !== area && !allowed.includes(other))
      .map((other) => `${module.path}: ${area} may not import ${other}`)
  })

/** An import names a file that exists, with its ending. */
export const existing: Rule = (modules) => {
  const paths = new Set(modules.map(({ path }) => path))
  return modules.flatMap((module) =>
    localImports(module)
      .filter(
        (path) => /^(src|extension)\//.test(path) && !path.endsWith('.css') && !paths.has(path),
      )
      .map((path) => `${module.path}: there is no ${path}`),
  )
}

/** No file needs itself, through however many others. */
export const noCycles: Rule = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    const module = byPath.get(path)
    if (module) for (const next of localImports(module)) visit(next, [...trail, path])
    done.add(path)
  }
  for (const { path } of modules) visit(path, [])
  return found
}

/** Each package is used where it belongs, and no other is used at all. */
export const packages: Rule = (modules) =>
  modules.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => !specifier.startsWith('.'))
      .filter(({ specifier }) => !packageUsers[packageOf(specifier)]?.test(path))
      .map(({ specifier }) => `${path}: may not import ${specifier}`),
  )

/** The package of an import: `@noble/hashes` of `@noble/hashes/sha2.js`, `citation-style` of `citation-style:apa`. */
function packageOf(specifier: string): string {
  return specifier
    .split(/[/:]/)
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** What runs on every page of a portal carries neither a package nor the table of portals with it. */
export const smallDetector: Rule = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const detectors = modules.filter(({ path }) => path.startsWith('extension/content/detect'))
  return detectors.flatMap((detector) => {
    const reached = new Set([detector.path])
    for (const path of reached) {
      const module = byPath.get(path)
      for (const next of module ? localImports(module, { running: true }) : []) reached.add(next)
    }
    const heavy = [...reached].filter(
      (path) =>
        path.startsWith('src/portals/') ||
        byPath.get(path)?.imports.some((each) => !each.typeOnly && !each.specifier.startsWith('.')),
    )
    return heavy.map((path) => `${detector.path}: reaches ${path}`)
  })
}

/** The core is pure: what it needs of the world is an argument. */
export const pureCore: Rule = (modules) => {
  const banned = [
    'browser',
    'chrome',
    'window',
    'location',
    'XMLHttpRequest',
    'Date.now',
    'new Date()',
    'document.write',
  ]
  return modules
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, globals }) =>
      banned.filter((name) => globals.has(name)).map((name) => `${path}: says ${name}`),
    )
}

/** One file may reach the network. */
export const oneFetch: Rule = (modules) => {
  const banned = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator.sendBeacon']
  return modules
    .filter(({ path }) => path !== 'extension/network.ts')
    .flatMap(({ path, globals }) =>
      banned.filter((name) => globals.has(name)).map((name) => `${path}: says ${name}`),
    )
}

/** Text stays text, and is read by walking nodes. */
export const noMarkupFromText: Rule = (modules) => {
  const banned = [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'dangerouslySetInnerHTML',
    'innerText',
  ]
  return modules.flatMap(({ path, words }) =>
    banned.filter((name) => words.has(name)).map((name) => `${path}: says ${name}`),
  )
}

/** A file states one noun or one verb, and is as long as that takes. */
export const sizes: Rule = (modules) =>
  modules
    .filter(({ path, lines }) => lines > mostLines(path))
    .map(({ path, lines }) => `${path}: ${lines} lines, ${mostLines(path)} at most`)

function mostLines(path: string): number {
  if (path.endsWith('.tsx')) return 150
  const isPortal = /^src\/portals\/(?!(portal|index|match|released-hosts)\.ts$)/.test(path)
  return isPortal ? 60 : 250
}

/** Files are named alike: components PascalCase, all else kebab-case, and no catch-all. */
export const names: Rule = (modules) =>
  modules.flatMap(({ path }) => {
    const name = posix.basename(path)
    const good = path.endsWith('.tsx')
      ? /^([A-Z][A-Za-z0-9]*|main)\.tsx$/.test(name)
      : /^[a-z0-9]+(-[a-z0-9]+)*(\.iife|\.d)?\.ts$/.test(name)
    const vague = /(^|[/-])(utils?|helpers?|common|misc|managers?)([./-]|$)/i.test(path)
    return [
      ...(good ? [] : [`${path}: is not named as the others are`]),
      ...(vague ? [`${path}: says nothing by its name`] : []),
    ]
  })

/** The paths in backticks that a document mentions and that do not exist. */
export function missingPaths(document: string, exists: (path: string) => boolean): string[] {
  return mentionedPaths(document).filter((path) => !exists(path))
}

/** The files and folders that a document names in backticks. */
export function mentionedPaths(document: string): string[] {
  const quoted = [...document.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(
    ([, path = '']) => path,
  )
  return quoted.filter((path) => /^(src|extension|tests|scripts|icons|\.ci)\//.test(path))
}

function localImports({ path, imports }: SourceModule, { running = false } = {}): string[] {
  return imports
    .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !(running && typeOnly))
    .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
}
