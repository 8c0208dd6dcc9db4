// A page that was saved to a file, as a server would send it.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/** The address of a saved page that names none. */
const neutralUrl = 'https://example.org/saved-page'

/**
 * Reads a saved .html or .txt file as `{url, body, contentType}`.
 *
 * The address is `url`, else the one in the first line (`<!-- {"url": "…"} -->`), else a neutral one. Throws when the
 * file cannot be read or the address is no web address.
 */
export async function readSavedPage(file, url) {
  if (!existsSync(file)) throw new Error(`There is no file ${file}`)
  const body = await readFile(file).catch((error) => {
    throw new Error(`${file} cannot be read: ${error.message}`)
  })
  const type = /\.te?xt$/i.test(file) ? 'text/plain' : 'text/html'
  return {
    url: webAddress(url ?? urlInFirstLine(body) ?? neutralUrl),
    body,
    contentType: `${type}; charset=${charsetOf(body)}`,
  }
}

/**
 * The encoding of a page: its byte order mark, else UTF-8 where the bytes are that, else what a meta element says.
 *
 * Many tools save a page as UTF-8 and leave the meta element that says otherwise; text in another encoding is hardly
 * ever valid UTF-8 by accident.
 */
export function charsetOf(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes.some((byte) => byte > 0x7f) && isUtf8(bytes)) return 'utf-8'
  const head = bytes.subarray(0, 4096).toString('latin1')
  const said =
    /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  try {
    const { encoding } = new TextDecoder(said ?? 'utf-8')
    // A page that could say so in ASCII is not UTF-16 (HTML standard, "prescan a byte stream").
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return 'utf-8'
  }
}

function isUtf8(bytes) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function urlInFirstLine(body) {
  const [line] = body.subarray(0, 4096).toString('utf8').split('\n', 1)
  const said = /^\uFEFF?<!--\s*(\{.*\})\s*-->/.exec(line)?.[1]
  try {
    return said && JSON.parse(said).url
  } catch {
    return undefined
  }
}

function webAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`${text} is no web address; it must begin with https:// or http://`)
  }
  return url.href
}
