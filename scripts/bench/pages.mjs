// The pages that are measured: a corpus, or the project's own fixtures, and two that are made to be large.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readSavedPage } from '../saved-page.mjs'
import { root } from '../set-up.mjs'

/** The pages of a corpus folder (`gold.jsonl` names file and address), as `{id, saved()}`. */
export function corpusPages(corpus) {
  const gold = join(corpus, 'gold.jsonl')
  if (!existsSync(gold)) throw new Error(`${corpus} is no corpus: it has no gold.jsonl.`)
  return readFileSync(gold, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, file, url } = JSON.parse(line)
      return { id, saved: () => readSavedPage(join(corpus, file), url) }
    })
}

/** The pages under tests/, as `{id, saved()}`. */
export function fixturePages() {
  const tests = join(root, 'tests')
  return ['portals', 'pages']
    .flatMap((folder) =>
      readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.html'))
        .map((path) => join(folder, path)),
    )
    .sort()
    .map((path) => ({ id: path, saved: () => readSavedPage(join(tests, path)) }))
}

/** The address that a corpus names for one of its pages, so that none has to be typed. */
export function addressInCorpus(file) {
  const gold = join(dirname(dirname(file)), 'gold.jsonl')
  if (!existsSync(gold)) return undefined
  const line = readFileSync(gold, 'utf8')
    .split('\n')
    .find((each) => each.includes(`"pages/${basename(file)}"`))
  return line && JSON.parse(line).url
}

/** Two pages that are made: much text in 10,000 elements, and 50,000 elements with little text. */
export function madePages() {
  return [
    { id: '5 MB', saved: () => made(5_000_000, 10_000, longParagraph) },
    { id: '50,000 elements', saved: () => made(0, 50_000, smallEntry) },
  ]
}

/** The paper of a made page; its name has to be free for a page that a person chose. */
export function madePage(name) {
  return madePages().find(({ id }) => id === name)
}

function made(bytes, elements, part) {
  const parts = []
  let count = 40
  for (let i = 0; count < elements; i++) {
    const { html, size } = part(i, bytes / elements)
    parts.push(html)
    count += size
  }
  return {
    url: 'https://journal.example.org/article/1',
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(paper(parts.join('\n'))),
  }
}

const words =
  'tide harbour measured sample between results lighthouse with method during several observed the of and signal in compared model error for lower higher seasonal mean a'.split(
    ' ',
  )

/** The same words each time, in an order that does not repeat soon. */
function sentence(seed, length) {
  let text = ''
  for (let i = 0; text.length < length; i++) {
    text += `${words[(seed * 31 + i * i * 7 + i) % words.length]} `
  }
  return `${text.charAt(0).toUpperCase()}${text.slice(1).trim()}.`
}

function longParagraph(i, length) {
  if (i % 20 === 0) return { html: `<h3>Part ${i / 20 + 1}</h3>`, size: 1 }
  const sentences = Array.from({ length: 4 }, (_, k) => sentence(i * 4 + k, length / 4))
  return { html: `<p>${sentences.join(' ')}</p>`, size: 1 }
}

function smallEntry(i) {
  const html = `<div class="entry"><span class="label">${i + 1}.</span> <p>${sentence(i, 40)} <a href="/article/${i}">${words[i % words.length]}</a> <i>${words[(i * 3) % words.length]}</i></p></div>`
  return { html, size: 5 }
}

function paper(body) {
  const abstract = Array.from({ length: 8 }, (_, i) => sentence(i + 1, 120)).join(' ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tides measured at a lighthouse</title>
<meta name="citation_title" content="Tides measured at a lighthouse">
<meta name="citation_author" content="Marsh, Ada">
<meta name="citation_author" content="Stone, Noel">
<meta name="citation_journal_title" content="Journal of Invented Harbours">
<meta name="citation_publication_date" content="2020/05/01">
<meta name="citation_doi" content="10.5555/tides.1">
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/issues">Issues</a></li></ul></nav></header>
<main><article>
<h1>Tides measured at a lighthouse</h1>
<p class="authors">Ada Marsh, Noel Stone</p>
<section id="abstract"><h2>Abstract</h2><p>${abstract}</p></section>
<section id="body"><h2>Introduction</h2>
${body}
</section>
</article></main>
<footer><p>Journal of Invented Harbours</p></footer>
</body>
</html>
`
}
