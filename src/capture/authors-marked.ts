import type { Name } from '../item/item.ts'
import { parseName } from '../item/name.ts'
import { isForm } from '../text/element-name.ts'
import { authorLine } from './author-line.ts'
import { readsAsPerson } from './person-name.ts'

/** Where family names stand in an element of their own: JATS in HTML, ScienceDirect, microdata, RDFa (Atypon), hCard. */
const family =
  '.surname, .family-name, .last-name, .lastname, [itemprop~="familyName"], [property~="familyName"]'
const given =
  '.given-name, .given-names, .first-name, .firstname, .forename, [itemprop~="givenName"], [property~="givenName"]'

/** Where an element is said to be an author: microdata, RDFa, link relations. */
const whole = '[itemprop~="author"], [itemprop~="creator"], [property~="author"], [rel~="author"]'

/** Where a name is another paper's author, or the site's. */
const elsewhere =
  'footer, nav, aside, [class*="editor" i], [itemprop~="editor"], [property~="editor"], [id*="ref" i], [class*="reference" i], [class*="citation" i], [class*="bib" i], [class*="related" i], [class*="recommend" i], [class*="comment" i]'

/** The most elements that are looked at. */
const most = 1000

/** The authors whose names stand in elements made for names, in the page's order, each once. */
export function readMarkedAuthors(document: Document): Name[] {
  // One search for both, since each goes through the whole page.
  const found = [...document.querySelectorAll(`${family}, ${whole}`)]
    .slice(0, most)
    // A form is nobody's name.
    .filter((element) => !isForm(element))
  const surnames = found.filter((element) => element.matches(family))
  const inParts = surnames.flatMap((element) =>
    element.closest(elsewhere) ? [] : (personAt(element) ?? []),
  )
  if (inParts.length > 0) return each(inParts)
  return each(
    found.flatMap((element) => {
      if (element.localName === 'meta' || element.closest(elsewhere)) return []
      const text = textOf(element.querySelector('[itemprop~="name"]') ?? element)
      return readsAsPerson(text) ? (parseName(text) ?? []) : []
    }),
  )
}

function personAt(element: Element): Name | undefined {
  const surname = textOf(element)
  let around = element.parentElement
  for (
    let depth = 0;
    around && !isForm(around) && depth < 3;
    depth++, around = around.parentElement
  ) {
    const first = around.querySelector(given)
    // More than one family name: this is the list of all authors.
    if (around.querySelectorAll(family).length > 1) break
    if (first && !isForm(first)) return parseName(`${surname}, ${textOf(first)}`)
  }
  return undefined
}

function textOf(element: Element): string {
  return authorLine((element.textContent ?? '').slice(0, 300).replace(/\s+/g, ' '))
}

function each(names: readonly Name[]): Name[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const written = JSON.stringify(name)
    return !seen.has(written) && seen.add(written)
  })
}
