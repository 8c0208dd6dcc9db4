/** Parameters that say how a reader came, never which page it is (utm_… of mail and advertising, click ids). */
const tracking =
  /^(?:utm_\w+|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|__hst\w|oly_\w+|vero_\w+|wt\.mc_\w+|s_cid|li_fat_id|jsessionid|phpsessid|login|redirectedfrom|via(?:%3d\w+)?)$/i

/** Second-level labels under which sites are registered in two-letter domains: `ac.uk`, `com.br`, `or.jp`. */
const publicSecondLevel = /^(?:ac|co|com|edu|gob|gouv|gov|go|govt|net|ne|nom|or|org|res|sch)$/

/**
 * The address under which a page is known: http or https, the host in lower case, without credentials,
 * fragment, session id and tracking parameters; undefined for any other scheme and for what is no URL.
 *
 * `canonicalLink` (the page's `<link rel=canonical>`, as it stands there) is taken instead where it is absolute,
 * on the same site, and neither the site's home page, which careless templates put on every page, nor this very
 * page without the parameters that tell it from others (`article.php` for `article.php?id=2`).
 */
export function canonicalUrl(url: string, canonicalLink?: string): string | undefined {
  const own = webUrl(url)
  if (!own) return undefined
  const link = canonicalLink === undefined ? undefined : webUrl(canonicalLink)
  const chosen =
    link &&
    siteOf(link) === siteOf(own) &&
    !(isHome(link) && !isHome(own)) &&
    !dropsQuery(link, own)
      ? link
      : own
  chosen.username = ''
  chosen.password = ''
  chosen.hash = ''
  chosen.hostname = chosen.hostname.replace(/\.$/, '')
  chosen.pathname = chosen.pathname.replace(/;jsessionid=[^/;]*/gi, '')
  chosen.search = withoutTracking(chosen.search)
  return chosen.href
}

function webUrl(text: string): URL | undefined {
  if (!/^\s*https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.hostname === '' ? undefined : url
}

/** Cut as text, since URLSearchParams would write the parameters that stay in another way. */
function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !tracking.test(pair.split('=')[0] ?? ''))
    .join('&')
}

/** The registered domain as far as it can be told without the public suffix list; an IP address is itself. */
function siteOf(url: URL): string {
  const host = url.hostname.replace(/\.$/, '')
  if (host.includes(':') || /^[\d.]+$/.test(host)) return host
  const labels = host.split('.')
  const second = labels.at(-2) ?? ''
  const isCountry = (labels.at(-1) ?? '').length === 2
  return labels.slice(isCountry && publicSecondLevel.test(second) ? -3 : -2).join('.')
}

/** True where a link is the same path with fewer of the parameters that matter. */
function dropsQuery(link: URL, own: URL): boolean {
  const count = (url: URL): number => withoutTracking(url.search).split('&').filter(Boolean).length
  return link.pathname === own.pathname && count(link) < count(own)
}

function isHome(url: URL): boolean {
  return /^\/(?:index\.\w+|home)?$/i.test(url.pathname) && url.search === ''
}
