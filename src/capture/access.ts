import { webAddressOf } from '../item/parse-value.ts'
import type { Source } from '../item/record.ts'
import type { Page } from './page.ts'

/** Links that state a licence; those with `rel` say that it is the page's. */
const licences =
  'link[rel~="license"], a[rel~="license"], a[href*="creativecommons.org/licenses/"], a[href*="creativecommons.org/publicdomain/"]'

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

function pdfOf({ tags, document, url }: Page): string | undefined {
  const stated =
    tags.find(({ name, content }) => pdfTags.test(name) && !/\.(?:docx?|zip)$/i.test(content))
      ?.content ??
    document.querySelector('link[type="application/pdf"][href]')?.getAttribute('href')
  return stated && URL.canParse(stated, url.href)
    ? webAddressOf(new URL(stated, url.href).href)
    : undefined
}

function licenceOf({ tags, document }: Page): string | undefined {
  for (const { name, content } of tags) {
    if (!licenceTags.test(name)) continue
    const address = creativeCommons(content)
    if (address) return address
  }
  const links = [...document.querySelectorAll(licences)].slice(0, 50)
  const own = links.filter(
    (link) => link.hasAttribute('rel') && /license/.test(link.getAttribute('rel') ?? ''),
  )
  // Of links without `rel`, those in a footer are the site's, and several different ones are a list of choices.
  const plain = links.filter((link) => !own.includes(link) && !link.closest('footer'))
  const found = new Set(
    (own.length > 0 ? own : plain).flatMap(
      (link) => creativeCommons(link.getAttribute('href') ?? '') ?? [],
    ),
  )
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** `http://creativecommons.org/licenses/by/4.0` in one spelling, wherever it stands in a text. */
function creativeCommons(text: string): string | undefined {
  const path =
    /creativecommons\.org\/((?:licenses|publicdomain)\/[a-z-]{2,12}(?:\/\d\.\d)?(?:\/[a-z]{2})?)(?![\w-])/i.exec(
      text,
    )?.[1]
  return path === undefined ? undefined : `https://creativecommons.org/${path.toLowerCase()}/`
}
