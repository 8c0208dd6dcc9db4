import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { referenceLanguages } from '../src/references/languages.ts'
import { referenceStyles } from '../src/references/styles.ts'
import { type Credit, ccBySa, localeCredit, styleCredit } from './citation-credits.ts'

const line = `\n\n${'-'.repeat(72)}\n\n`

/** The licences of all that formatted references are made with, as a text that goes into the package beside it. */
export function licenceNotice(packages: string): string {
  const read = (path: string) => readFileSync(join(packages, path), 'utf8').trim()
  const { version } = JSON.parse(read('citeproc/package.json'))
  const cpal = readFileSync(resolve(import.meta.dirname, 'licences/CPAL-1.0.txt'), 'utf8').trim()
  return `${[
    `This folder is what formatted references are made with. Nothing in it is covered by Offprint's own licence.

citeproc_commonjs.js is citeproc-js ${version}, Copyright (c) 2009-2019 Frank Bennett,
https://github.com/juris-m/citeproc-js: the source code, unmodified, as its npm package ships it.
Offprint uses it under the Common Public Attribution License 1.0, and combines it with other code as a Larger Work.
The package's own notice and the text of that license stand at the end.`,
    `style-*.js are citation styles, locale-*.js their languages, of the Citation Style Language project
(https://citationstyles.org), each the work of those named here, under the Creative Commons
Attribution-ShareAlike 3.0 Unported license, ${ccBySa}
Changes: written as JSON, without comments and without the descriptive parts of <info>. In this form they are under the same license.

${[
  ...referenceStyles.map(({ id }) => creditText(`style-${id}.js`, styleCredit(id, packages))),
  ...referenceLanguages.map((each) =>
    creditText(`locale-${each}.js`, localeCredit(each, packages)),
  ),
].join('\n\n')}`,
    `The notice of citeproc-js\n\n${read('citeproc/LICENSE')}`,
    cpal,
  ].join(line)}\n`
}

function creditText(file: string, { title, names, others, url }: Credit): string {
  const people = [...names, ...(others ? ['others whom the file there names'] : [])].join(', ')
  return `${file}: ${title}\n  by ${people}\n  ${url}`
}
