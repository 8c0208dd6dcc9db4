/**
 * Where the portals show one paper: host pattern and path. Made from the portals' own entries, which a test
 * compares; the detector reads this list because the whole table would be ten times its size.
 */
export const paths: readonly (readonly [host: string, path: RegExp])[] = [
  ['arxiv.org', /^\/abs\//],
  ['export.arxiv.org', /^\/abs\//],
  ['www.arxiv.org', /^\/abs\//],
  ['pubmed.ncbi.nlm.nih.gov', /^\/(?:pubmed\/)?\d+\/?$/],
  ['pubmed.gov', /^\/(?:pubmed\/)?\d+\/?$/],
  ['www.ncbi.nlm.nih.gov', /^\/(?:pubmed\/)?\d+\/?$/],
  ['read.qxmd.com', /^\/read\/\d+(?:\/|$)/],
  ['www.readbyqxmd.com', /^\/read\/\d+(?:\/|$)/],
]

/** True for an address at which a portal shows one paper. */
export function isPaperPath(url: URL): boolean {
  return paths.some(
    ([host, path]) =>
      (host.startsWith('*.')
        ? `.${url.hostname}`.endsWith(host.slice(1))
        : url.hostname === host) && path.test(url.pathname),
  )
}
