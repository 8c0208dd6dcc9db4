import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/set-up.mjs'

const script = join(root, 'scripts/convert.mjs')

/** Runs `convert` as a process of its own. */
function convert(args, input) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args])
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

const bib = `@article{ravn2019dust,
  title = {Dust and {DNA}},
  author = {Ravn, Jörg},
  journal = {J Dust},
  abstract = {AIMS: To weigh.},
  keywords = {mine, tide},
  year = {2019}
}
`

describe('convert', { timeout: 60_000 }, () => {
  it.each(['bibtex', 'biblatex', 'csl-json', 'ris', 'nbib', 'csv', 'json'])(
    'goes to %s and back',
    async (format) => {
      const there = await convert(['--from', 'bibtex', '--to', format], bib)
      expect(there).toMatchObject({ code: 0, stderr: '' })
      const back = await convert(['--from', format, '--to', 'csl-json'], there.stdout)
      expect(back).toMatchObject({ code: 0, stderr: '' })
      const [item, ...more] = JSON.parse(back.stdout)
      expect(more).toEqual([])
      expect(item).toMatchObject({
        title: 'Dust and DNA',
        author: [{ family: 'Ravn', given: 'Jörg' }],
        abstract: 'AIMS: To weigh.',
        custom: { tags: ['mine', 'tide'], sections: [{ label: 'AIMS', text: 'To weigh.' }] },
      })
    },
  )

  it('writes the good entries, names the lines of the broken ones and ends with 1', async () => {
    const { code, stdout, stderr } = await convert(
      ['--from', 'bibtex', '--to', 'ris'],
      `${bib}\n@article{x,\n  title = {T,\n}\n\n@misc{last, title = {Last}}\n`,
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(/^line 10: A closing brace is missing\./)
    expect(stdout.match(/^TI .*$/gm)?.map((line) => line.trim())).toEqual([
      'TI  - Dust and DNA',
      'TI  - Last',
    ])
  })

  it('leaves out what is switched off', async () => {
    const { stdout } = await convert(
      ['--from', 'bibtex', '--to', 'ris', '--no-tags', '--no-abstracts'],
      bib,
    )
    expect(stdout).toContain('Dust and DNA')
    expect(stdout).not.toMatch(/^(?:KW|AB) /m)
  })

  it('tells format and encoding by themselves', async () => {
    const utf16 = Buffer.from(`\ufeff${bib}`, 'utf16le')
    const latin = Buffer.from(bib, 'latin1')
    for (const bytes of [utf16, latin]) {
      const { code, stdout } = await convert(['--to', 'ris'], bytes)
      expect(code).toBe(0)
      expect(stdout).toContain('AU  - Ravn, Jörg')
    }
  })

  it.each([
    [['--from', 'bibtex'], '--to'],
    [['--to', 'word'], 'there is no format "word"'],
    [['--to', 'ris', '--colour'], '--colour'],
    [['--to', 'ris', 'file.bib'], 'file.bib'],
    [['--to', 'ris', '--keywords', 'x'], '--keywords'],
  ])('says what is wrong with %j and ends with 2', async (args, said) => {
    const { code, stdout, stderr } = await convert(args, bib)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr).toContain('Usage:')
  })

  it('stops quietly where nobody reads on, and reads only as fast as it can write', async () => {
    const child = spawn(process.execPath, [script, '--from', 'bibtex', '--to', 'json'])
    let stderr = ''
    let sent = 0
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.stdin.on('error', () => {})
    const more = () => {
      while (!child.stdin.destroyed && sent < 50_000_000) {
        sent += bib.length * 100
        if (!child.stdin.write(bib.repeat(100))) return child.stdin.once('drain', more)
      }
      child.stdin.end()
    }
    more()
    child.stdout.once('data', () => child.stdout.destroy())
    await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toBe('')
    expect(sent).toBeLessThan(20_000_000)
  })
})
