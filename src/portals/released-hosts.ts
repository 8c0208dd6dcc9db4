/**
 * The match patterns that the manifest's content script has in this major version, one a portal host.
 *
 * It changes only with a major version: Chrome disables an extension whose update adds a host.
 */
export const releasedHosts = [
  'https://arxiv.org/*',
  'https://pubmed.ncbi.nlm.nih.gov/*',
  'https://read.qxmd.com/*',
]
