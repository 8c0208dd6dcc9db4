import { elementRule } from '../boilerplate/strip.ts'
import { parseNameList } from '../item/name.ts'
import {
  type Candidate,
  dateCandidate,
  namesCandidate,
  type TextField,
  textCandidate,
} from '../metadata/candidate.ts'
import { identifiersInPath } from '../portals/identifiers.ts'
import { isForm } from '../text/element-name.ts'
import { elementText } from '../text/element-text.ts'
import { authorLine } from './author-line.ts'
import type { Page } from './page.ts'

/** What the selectors of portal and platform and the portal's address give: the surest there is. */
export function readPortalFields({ document, url, portal, readings }: Page): Candidate[] {
  const candidates: Candidate[] = []
  for (const { variable, value } of identifiersInPath(portal, url))
    candidates.push(...textCandidate(variable, value, 'address'))
  for (const reading of readings) {
    const title = firstShown(document, reading.title)
    if (title)
      candidates.push({ field: 'title', value: title.text, text: title.text, source: title.source })
    for (const selector of reading.author ?? []) {
      const names = [...document.querySelectorAll(selector)].flatMap((element) =>
        parseNameList(authorLine(elementText(element, elementRule))),
      )
      candidates.push(...namesCandidate('author', names, selector))
    }
    for (const [field, selectors] of Object.entries(reading.fields ?? {})) {
      if (field === 'keyword') {
        candidates.push(...keywordsShown(document, selectors))
        continue
      }
      const shown = firstShown(document, selectors)
      if (!shown) continue
      if (field === 'issued') candidates.push(...dateCandidate(shown.text, shown.source))
      else if (field === 'editor')
        candidates.push(...namesCandidate('editor', parseNameList(shown.text), shown.source))
      else if (isTextField(field))
        candidates.push(...textCandidate(field, shown.text, shown.source))
    }
  }
  return candidates
}

/** What the first of the selectors that finds anything shows; a meta tag shows its content. */
function firstShown(
  document: Document,
  selectors: readonly string[] = [],
): { text: string; source: string } | undefined {
  for (const source of selectors) {
    const element = document.querySelector(source)
    const text = element
      ? ((isForm(element) ? null : element.getAttribute('content')) ??
        elementText(element, elementRule))
      : ''
    if (text !== '') return { text, source }
  }
  return undefined
}

/** Keywords stand in an element each. */
function keywordsShown(document: Document, selectors: readonly string[]): Candidate[] {
  for (const source of selectors) {
    const words = [...document.querySelectorAll(source)].flatMap((element) => {
      const word = elementText(element, elementRule).replace(/[\s,;.]+$/, '')
      return word === '' ? [] : [word]
    })
    if (words.length > 0) return textCandidate('keyword', [...new Set(words)].join(', '), source)
  }
  return []
}

function isTextField(field: string): field is TextField {
  return !['type', 'author', 'editor', 'issued', 'accessed', 'abstract'].includes(field)
}
