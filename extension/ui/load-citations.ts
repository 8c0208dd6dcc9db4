import type { EngineMaker } from '../../src/references/engine.ts'
import { type ReferenceLanguage, referenceLanguages } from '../../src/references/languages.ts'
import type { Packed } from '../../src/references/packed.ts'
import { referenceStyle, type StyleId } from '../../src/references/styles.ts'
import type { ReferenceTools } from '../../src/references/write-references.ts'

type Loading = Promise<{ default: Packed }>

const styles: { readonly [S in StyleId]: () => Loading } = {
  apa: () => import('citation-style:apa'),
  vancouver: () => import('citation-style:vancouver'),
  chicago: () => import('citation-style:chicago'),
  ieee: () => import('citation-style:ieee'),
  nature: () => import('citation-style:nature'),
  ama: () => import('citation-style:ama'),
  harvard: () => import('citation-style:harvard'),
  mla: () => import('citation-style:mla'),
}

const locales: { readonly [L in ReferenceLanguage]: () => Loading } = {
  'en-US': () => import('citation-locale:en-US'),
  'en-GB': () => import('citation-locale:en-GB'),
  'de-DE': () => import('citation-locale:de-DE'),
  'fr-FR': () => import('citation-locale:fr-FR'),
  'es-ES': () => import('citation-locale:es-ES'),
  'zh-CN': () => import('citation-locale:zh-CN'),
  ar: () => import('citation-locale:ar'),
}

/** Loads the engine, a style and what it says in its languages; rejects where one of them cannot be loaded. */
export async function loadCitations(
  id: StyleId,
  language: ReferenceLanguage,
): Promise<Pick<ReferenceTools, 'engine' | 'style' | 'articleNumbers' | 'locales' | 'language'>> {
  const [engine, { default: style }] = await Promise.all([loadEngine(), styles[id]()])
  // A style of one country's is in its language, whatever the interface's.
  const own = referenceLanguages.find((each) => each === style.a?.['default-locale'])
  const wanted = [...new Set<ReferenceLanguage>(['en-US', own ?? language])]
  const loaded = await Promise.all(
    wanted.map(async (each) => [each, (await locales[each]()).default] as const),
  )
  return {
    engine,
    style,
    articleNumbers: referenceStyle(id).articleNumbers,
    locales: Object.fromEntries(loaded),
    language,
  }
}

/** Where a CommonJS script that was loaded as a module looks for `module`. */
const scope: { module?: { exports: { Engine?: EngineMaker } } } = globalThis as object

/** The engine's package goes out byte by byte as it is, a CommonJS script; only development makes a module of it. */
async function loadEngine(): Promise<EngineMaker> {
  scope.module ??= { exports: {} }
  const { default: packaged } = await import('citeproc')
  const { Engine } = packaged ?? scope.module.exports
  if (!Engine) throw new Error('citeproc has no engine')
  return Engine
}
