/** Many platforms put the DOI in the path: `/doi/abs/10.1000/182`. */
export function doiInAddress(url: URL): string | undefined {
  const path = /\/(10\.\d{4,9}\/[^?#]+)$/.exec(safelyDecoded(url.pathname))?.[1]
  if (path === undefined) return undefined
  const bare = path.replace(afterDoi, '')
  // bioRxiv and medRxiv put the version behind the DOI.
  return bare.startsWith('10.1101/') ? bare.replace(/v\d+$/, '') : bare
}

/** What platforms put behind a DOI: the view of the paper, or the file's ending. */
const afterDoi =
  /(?:\/(?:full|abstract|abs|pdf|epdf|pdfdirect|meta|html|summary|fulltext|references|citations?|metrics|figures|tables?|tab|suppl\w*|supporting-information|download)(?:[./-].*)?|(?:v\d+)?\.(?:pdf|full|abstract|short|long|html?|full-text|article-info|supplementary-material)(?:\+html|\.\w+)?)$/i

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
