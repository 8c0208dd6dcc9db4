import { webAddressOf } from '../item/parse-value.ts'
import type { Source } from '../item/record.ts'
import type { Page } from './page.ts'

/** Tags that hold a licence's address, in words or alone. */
const licenceTags =
  /^(?:dc|dcterms)\.(?:rights|license|rights\.uri|license\.uri)$|^(?:prism\.copyright|citation_license|rights)$/

/** The tags that hold the PDF's address: Highwire's, bepress's and EPrints'. */
const pdfTags = /(?:^|_)citation_pdf_url$|^eprints\.document_url$|^wkhealth_pdf_url$/

/** Where the paper's PDF is and under which open licence it stands, where the page states them. */
export function readAccess(page: Page): Pick<Source, 'licence' | 'pdf'> {
  const licence = licenceOf(page)
  const pdf = pdfOf(page)
  return { ...(licence !== undefined && { licence }), ...(pdf !== undefined && { pdf }) }
}

function pdfOf({ tags, links, url }: Page): string | undefined {
  const stated =
    tags.find(({ name, content }) => pdfTags.test(name) && !/\.(?:docx?|zip)$/i.test(content))
      ?.content ?? links.find(({ type }) => type === 'application/pdf')?.href
  return stated && URL.canParse(stated, url.href)
    ? webAddressOf(new URL(stated, url.href).href)
    : undefined
}

function licenceOf({ tags, links, document }: Page): string | undefined {
  for (const { name, content } of tags) {
    if (!licenceTags.test(name)) continue
    const address = creativeCommons(content)
    if (address) return address
  }
  const linked = links.filter(({ rel }) => rel.includes('license')).map(({ href }) => href)
  const found = new Set(
    (linked.length > 0 ? linked : licencesLinked(document)).flatMap(
      (href) => creativeCommons(href) ?? [],
    ),
  )
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** Where links in the text lead that state a licence; one with `rel` says that it is the page's. */
function licencesLinked(document: Document): string[] {
  const links = [...document.querySelectorAll('a[href*="creativecommons.org/"]')].slice(
    0,
    mostLinks,
  )
  if (links.length === 0) return []
  // Of links without `rel`, those in a footer are the site's, and several different ones are a list of choices.
  const stated = links
    .filter((link) => !link.closest('footer'))
    .map((link) => link.getAttribute('href') ?? '')
  const own = document.querySelectorAll('a[rel~="license"][href]')
  return own.length > 0
    ? [...own].slice(0, mostLinks).map((link) => link.getAttribute('href') ?? '')
    : stated
}

/** More links than this are not looked at. */
const mostLinks = 50

/** `http://creativecommons.org/licenses/by/4.0` in one spelling, wherever it stands in a text. */
function creativeCommons(text: string): string | undefined {
  const path =
    /creativecommons\.org\/((?:licenses|publicdomain)\/[a-z-]{2,12}(?:\/\d\.\d)?(?:\/[a-z]{2})?)(?![\w-])/i.exec(
      text,
    )?.[1]
  return path === undefined ? undefined : `https://creativecommons.org/${path.toLowerCase()}/`
}
