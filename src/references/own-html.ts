/** The tags that a reference may hold, without attributes: a browser's clipboard takes no styles under our policy. */
const ownTag = /^<\/?(?:i|b|em|sup|sub)>$/

/** What citeproc writes round text that stands upright in italics; other `span`s only say what is so anyway. */
const upright = '<span style="font-style:normal;">'
const span = /^<(?:\/span|span style="[a-z-]+: ?[a-z-]+;")>$/

/**
 * A reference's HTML with our own tags and no others, and each of them closed: everything else that looks like a tag is text,
 * whatever a paper's title says and whatever the engine made of it.
 */
export function ownHtml(html: string): string {
  const open: string[] = []
  const safe = html.replace(/<[^<>]*>|[<>]/g, (part) => {
    if (span.test(part)) return spanAsTag(part, open)
    if (!ownTag.test(part)) return htmlOf(part)
    const name = part.replace(/\W/g, '')
    if (!part.startsWith('</')) open.push(name)
    else if (open.at(-1) === name) open.pop()
    // A tag that closes nothing, or not what was opened last.
    else return ''
    return part
  })
  const closed = open.reverse().map((name) => (name === 'span' ? '' : tagOf(name, '/')))
  return (safe + closed.join('')).replace(/<(i|b|em|sup|sub)><\/\1>/g, '')
}

/** Text as HTML. */
export function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Upright text ends the italics and begins them again behind it. */
function spanAsTag(part: string, open: string[]): string {
  if (part.startsWith('</')) {
    if (open.at(-1) === 'upright') return open.splice(-1, 1, 'i') && tagOf('i')
    if (open.at(-1) === 'span') open.pop()
    return ''
  }
  if (part === upright && open.at(-1) === 'i')
    return open.splice(-1, 1, 'upright') && tagOf('i', '/')
  open.push('span')
  return ''
}

function tagOf(name: string, slash: '' | '/' = ''): string {
  return name === 'upright' ? '' : `<${slash}${name}>`
}
