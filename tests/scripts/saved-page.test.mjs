import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { charsetOf, readSavedPage } from '../../scripts/saved-page.mjs'

const latin1 = (text) => Buffer.from(text, 'latin1')
const utf8 = (text) => Buffer.from(text, 'utf8')

describe('charsetOf', () => {
  it.each([
    ['a byte order mark', Buffer.from([0xff, 0xfe, 0x41, 0]), 'utf-16le'],
    ['a byte order mark before what the page says', utf8('\uFEFF<meta charset=latin1>'), 'utf-8'],
    ['the bytes, where they are UTF-8', utf8('<meta charset="iso-8859-1">caf\u00e9'), 'utf-8'],
    [
      'the page, where they are not',
      latin1('<meta charset="iso-8859-1">caf\u00e9'),
      'windows-1252',
    ],
    [
      'the older form of meta',
      latin1('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\u00c1'),
      'koi8-r',
    ],
    [
      'plain ASCII that says something else',
      utf8('<meta charset=iso-2022-jp>\u001b$B'),
      'iso-2022-jp',
    ],
    ['UTF-8 for a page that says nothing', utf8('<p>plain</p>'), 'utf-8'],
    ['UTF-8 for an unknown name', utf8('<meta charset=klingon>'), 'utf-8'],
    ['UTF-8 for a page that could not be UTF-16', utf8('<meta charset=utf-16>'), 'utf-8'],
  ])('goes by %s', (_, bytes, charset) => {
    expect(charsetOf(bytes)).toBe(charset)
  })
})

describe('readSavedPage', () => {
  let folder
  const saved = (name, text) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'offprint-saved-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('takes the address it is given before the one in the first line', async () => {
    const file = saved(
      'a.html',
      '<!-- {"url": "https://example.com/a", "kind": "trimmed"} -->\n<p>',
    )
    expect((await readSavedPage(file)).url).toBe('https://example.com/a')
    expect((await readSavedPage(file, 'https://example.com/b')).url).toBe('https://example.com/b')
  })

  it('has an address for a page that names none, and sends text as text', async () => {
    const page = await readSavedPage(saved('b.txt', 'Title'))
    expect(page.url).toMatch(/^https:\/\//)
    expect(page.contentType).toBe('text/plain; charset=utf-8')
  })

  it('refuses what is no file, and what is no web address', async () => {
    await expect(readSavedPage(join(folder, 'none.html'))).rejects.toThrow(/none\.html/)
    const file = saved('c.html', '<p>')
    for (const url of ['javascript:1', 'file:///etc/hosts', 'nowhere']) {
      await expect(readSavedPage(file, url)).rejects.toThrow(/web address/)
    }
  })
})
