// npm run new:portal -- ID URL: writes the files that a new portal begins with, from the address of one of its papers.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { exportName, writePortalTables } from './portal-tables.mjs'
import { ensurePackages, root, run } from './set-up.mjs'

const usage =
  'Usage: npm run new:portal -- ID URL, as in: my-portal https://www.example.org/article/10.5555/1'

/**
 * Writes `src/portals/<id>.ts`, `tests/portals/<id>/example.html`, and the tables anew; gives the paths of the two files.
 * Throws where the id or the address cannot be a portal's, or the portal is there already; nothing is written then.
 */
export async function newPortal(id, address, folder = root) {
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id) || !/^[a-z]/.test(id)) {
    throw new Error(`${id} is no id: use small letters, digits and hyphens, as in web-of-science.`)
  }
  const url = paperAddress(address)
  const portal = `src/portals/${id}.ts`
  const page = `tests/portals/${id}/example.html`
  if (existsSync(join(folder, portal))) throw new Error(`${portal} is there already.`)
  if (existsSync(join(folder, `tests/portals/${id}`))) {
    throw new Error(`tests/portals/${id} is there already.`)
  }
  const { portals, matchPortal } = await knownPortals(folder)
  const known = matchPortal(url, portals)
  if (known)
    throw new Error(`${url.href} is a page of ${known.name} already (src/portals/${known.id}.ts).`)
  writeFileSync(join(folder, portal), portalFile(id, url))
  mkdirSync(join(folder, `tests/portals/${id}`), { recursive: true })
  writeFileSync(join(folder, page), pageFile(url))
  await writePortalTables({ folder })
  return { portal, page }
}

function paperAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${text} is no web address; it must begin with https:// or http://`)
  }
  if (!url.hostname.includes('.') || /^[\d.]+$|^\[/.test(url.hostname)) {
    throw new Error(`${url.hostname} is no portal's host.`)
  }
  if (url.pathname === '/')
    throw new Error(`${url.href} is a front page; name the page of one paper.`)
  return url
}

async function knownPortals(folder) {
  const { runnerImport } = await import('vite')
  const { portals } = (await runnerImport(join(folder, 'src/portals/index.ts'))).module
  const { matchPortal } = (await runnerImport(join(folder, 'src/portals/match.ts'))).module
  return { portals, matchPortal }
}

/**
 * A pattern for the addresses like this one: a DOI stands for any DOI, a part with digits for any such part, and words stay.
 */
export function guessPath(pathname) {
  const rest = pathname.replace(/\/+$/, '')
  const [, before = rest, doi] = /^(.*?)(?:\/(10\.\d{4,9}\/.+))?$/.exec(rest) ?? []
  const parts = before
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      if (/^\d+$/.test(part)) return '\\d+'
      return /\d/.test(part) ? '[\\w.-]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    })
  if (doi !== undefined) parts.push('10\\.\\d{4,9}', '.+')
  return `/^\\/${parts.join('\\/')}${doi === undefined ? '\\/?' : ''}$/`
}

function portalFile(id, url) {
  const { hostname, origin, pathname, search } = url
  return `import type { Portal } from './portal.ts'

/** TODO: what the portal is, and what is particular about its pages. */
export const ${exportName(id)} = {
  id: '${id}',
  name: '${hostname.replace(/^www\./, '')}',
  hosts: ['${hostname}'],
  // TODO: guessed from one address; it must match every paper's page and nothing else.
  path: ${guessPath(pathname)},
  type: 'article-journal',
  // TODO: only where the generic reading is wrong, what src/portals/portal.ts has for it: abstract, furniture, titleSuffix…
  // Where the pages' heads have no citation tags: silent: true.
  pages: ['${origin}${pathname}${search}'],
  // TODO: a search, a journal, an author's page.
  notPages: ['${origin}/'],
} satisfies Portal
`
}

function pageFile(url) {
  return `<!-- ${JSON.stringify({ url: url.href, kind: 'reconstructed' })} -->
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A title of your own | The portal</title>
<meta name="citation_title" content="A title of your own">
<meta name="citation_author" content="Marsh, Ada">
<meta name="citation_journal_title" content="Journal of Invented Harbours">
<meta name="citation_publication_date" content="2020/05/01">
</head>
<body>
<h1>A title of your own</h1>
<p class="authors">Ada Marsh</p>
<section>
<h2>Abstract</h2>
<p>Keep the portal's markup (elements, classes, ids) and replace every word of its text by a paper that you invent. An
abstract of two or three sentences is enough; leave in what stands around it, for that is what the capture has to leave out.</p>
</section>
<h2>Keywords</h2>
<p>invented; harbour</p>
</body>
</html>
`
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await run(async () => {
    const { positionals } = parseArgs({ allowPositionals: true })
    if (positionals.length !== 2) throw new Error(usage)
    ensurePackages()
    const [id, address] = positionals
    const { portal, page } = await newPortal(id, address)
    process.stdout.write(`Wrote ${portal} and ${page}, and the tables that are made from the portals.

Next:
1. Fill in the TODOs of ${portal}: above all the path, and addresses that must not match.
2. Put the portal's markup with an invented paper into ${page}, under a name that says what it is about
   ("trimmed" in its first line where it began as a real page).
3. npx vitest run --project unit tests/captures.test.ts -t ${id}/ prints what is captured. Write what should be
   captured to the .json beside the page: kind, item and sections, and what else the page is about.
4. After a change of hosts, path or silent: npm run portals.
5. npm run format
6. npx vitest run --project unit tests/portals.test.ts tests/detection
`)
  })
}
