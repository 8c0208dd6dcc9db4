/** The one sentence that is wanted, in each language; with the browser's interface the others are out of reach. */
const sentences = import.meta.glob<string>('../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
  query: '?sentence=privateWindow',
})

// In a private window Firefox shows the page, but gives it nothing of an extension's: every other script of ours ends in an error.
if (!isExtension()) sayWhy()

function isExtension(): boolean {
  const { browser, chrome } = globalThis as unknown as { browser?: Interface; chrome?: Interface }
  return (browser ?? chrome)?.runtime?.id !== undefined
}

interface Interface {
  runtime?: { id?: string }
}

function sayWhy(): void {
  const [lang, sentence] = spoken()
  const line = document.createElement('p')
  Object.assign(line, { className: 'private-window', role: 'alert', lang, dir: 'auto' })
  line.textContent = sentence
  document.getElementById('app')?.replaceChildren(line)
}

/** The sentence in the first of the browser's languages that we speak, else in English, and its language (BCP 47). */
function spoken(): [language: string, sentence: string] {
  const known = Object.entries(sentences).map(([path, sentence]): [string, string] => [
    path.split('/').at(-2)?.replace('_', '-') ?? '',
    sentence,
  ])
  // By its first part: `zh-TW` is not ours, but nearer than English.
  const firstPart = (tag: string) => tag.split('-')[0]
  for (const wanted of [...navigator.languages, 'en']) {
    const found = known.find(([tag]) => firstPart(tag) === firstPart(wanted))
    if (found) return found
  }
  return ['', '']
}
