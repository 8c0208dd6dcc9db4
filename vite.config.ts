import { readdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'
import { citationChunk, citationStyles } from './scripts/citation-styles.ts'
import { firefoxPackage } from './scripts/firefox-package.ts'
import { licences } from './scripts/licences.ts'
import { isOneSentence, oneSentence } from './scripts/one-sentence.ts'
import { slimLocales } from './scripts/slim-locales.ts'
import { withoutExamples } from './scripts/without-examples.ts'
import { releasedHosts } from './src/portals/released-hosts.ts'

const root = import.meta.dirname
const { note, write } = licences(root)
const readJson = (name: string) => JSON.parse(readFileSync(resolve(root, name), 'utf8'))

/**
 * What `npm run dev` has instead of the content security policy: its pages load from a server and listen to it. There
 * the extension plugin takes no files from other plugins, only those that the manifest names.
 */
const forDevelopment = {
  web_accessible_resources: [
    { resources: ['icons/offprint-saved-*.png'], matches: ['<all_urls>'] },
  ],
}

/** The root manifest with what stands elsewhere: the version, and the hosts that the detector runs on. */
function completeManifest(command: 'build' | 'serve'): ManifestV3Export {
  const { content_security_policy, content_scripts, ...manifest } = readJson('manifest.json')
  return {
    ...manifest,
    version: readJson('package.json').version,
    content_scripts: content_scripts.map((script: object) => ({
      ...script,
      matches: releasedHosts,
    })),
    ...(command === 'build' ? { content_security_policy } : forDevelopment),
  }
}

/**
 * Makes `import file from './x.iife.ts?script'` the path of ONE plain script, as `scripting.executeScript` wants it.
 *
 * The extension plugin can do this too, but it adds the script to the modules' chunks as well: a dead copy in
 * the package, and the background split into pieces that it shares with that copy. In `npm run dev` it is left to it.
 */
function plainScripts(): Plugin {
  const scripts = new Set<string>()
  return {
    name: 'offprint:plain-scripts',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const [path, query] = source.split('?')
      if (query !== 'script' || !path) return undefined
      const script = await this.resolve(path, importer, { skipSelf: true })
      return script && `\0plain-script:${relative(root, script.id)}`
    },
    load(id) {
      const path = /^\0plain-script:(.*)$/.exec(id)?.[1]
      if (!path) return undefined
      scripts.add(path)
      return `export default ${JSON.stringify(outputName(path))}`
    },
    async generateBundle() {
      for (const path of scripts) {
        const fileName = outputName(path)
        this.emitFile({ type: 'asset', fileName, source: await plainScript(path) })
      }
    },
  }
}

const outputName = (path: string) => path.replaceAll('\\', '/').replace(/\.(?:tsx?|json)$/, '.js')

async function plainScript(path: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [withoutExamples(), note],
    build: {
      write: false,
      copyPublicDir: false,
      target,
      lib: { entry: resolve(root, path), formats: ['iife'], name: 'offprint' },
    },
  })
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const [chunk] = chunks
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${path} is not one script`)
  return chunk.code
}

/** Puts in the icons that code alone names: the toolbar button's for a saved paper. */
function otherIcons(): CrxPlugin {
  return {
    name: 'offprint:other-icons',
    apply: 'build',
    renderCrxManifest(manifest) {
      const named = JSON.stringify(manifest)
      for (const name of readdirSync(resolve(root, 'icons'))) {
        const fileName = `icons/${name}`
        if (!name.endsWith('.png') || named.includes(fileName)) continue
        this.emitFile({ type: 'asset', fileName, source: readFileSync(resolve(root, fileName)) })
      }
      return manifest
    },
  }
}

/** Takes the files that any web page could fetch out of the manifest: nothing of ours needs one. */
function nothingForWebPages(): Plugin {
  return {
    name: 'offprint:nothing-for-web-pages',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const manifest = bundle['manifest.json']
        if (manifest?.type !== 'asset') throw new Error('the build made no manifest')
        const { web_accessible_resources: _, ...rest } = JSON.parse(String(manifest.source))
        manifest.source = `${JSON.stringify(rest, undefined, 2)}\n`
      },
    },
  }
}

/** A page's or the worker's own path, else the chunk's name; never a hash of a path, which each checkout has its own of. */
function chunkName({ facadeModuleId, name }: { facadeModuleId?: string | null; name: string }) {
  const citation = citationChunk(facadeModuleId)
  if (citation !== undefined) return citation
  if (!facadeModuleId?.startsWith(root) || facadeModuleId.includes('node_modules')) {
    return `chunks/${name}.js`
  }
  return outputName(relative(root, facadeModuleId).replace(/\.html$/, '.ts'))
}

const popupStart = resolve(root, 'extension/popup/main.tsx')
/** Runs where all that imports the polyfill ends in an error: it has a chunk of its own, which comes first. */
const privateWindow = resolve(root, 'extension/library/private-window.ts')
const workerStart = resolve(root, 'extension/background/main.ts')

/**
 * The chunk of a module that the popup's first frame waits for. Each script is a request, so there are two for all of them: what
 * the worker starts with too, and the rest. By itself the bundler makes one for each set of pages that share something.
 */
function startChunk(id: string, graph: Rolldown.ChunkingContext): string | null {
  if (id === privateWindow || isOneSentence(id)) return 'private-window'
  if (id === popupStart || !staticImports(popupStart, graph).has(id)) return null
  return staticImports(workerStart, graph).has(id) ? 'common' : 'interface'
}

/** The modules that must be there before a module runs, and this itself. */
function staticImports(start: string, graph: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([start])
  for (const id of found)
    for (const each of graph.getModuleInfo(id)?.importedIds ?? []) found.add(each)
  return found
}

/** The oldest browsers that the manifests let it into. */
const target = ['chrome130', 'firefox140']

export default defineConfig(({ command }) => ({
  root,
  publicDir: 'extension/public',
  plugins: [
    plainScripts(),
    withoutExamples(),
    oneSentence(),
    citationStyles(),
    preact({ reactAliasesEnabled: false }),
    crx({ manifest: completeManifest(command) }),
    otherIcons(),
    nothingForWebPages(),
    note,
    write,
    slimLocales(),
    firefoxPackage(resolve(root, 'dist/firefox')),
  ],
  build: {
    outDir: command === 'build' ? 'dist/chrome' : 'dist/dev',
    emptyOutDir: true,
    target,
    assetsInlineLimit: 0,
    // The polyfill fetches, which the content security policy forbids; every browser we run in preloads by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Pages of ours that the manifest does not name.
      input: [
        'extension/library/index.html',
        'extension/offscreen/index.html',
        'extension/welcome/index.html',
      ],
      output: {
        codeSplitting: { groups: [{ name: startChunk }] },
        entryFileNames: chunkName,
        chunkFileNames: chunkName,
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  // A page of an extension has no port of its own that the dev server's client could ask.
  server: { port: 5173, strictPort: true, hmr: { port: 5173 } },
}))
