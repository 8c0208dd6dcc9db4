import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encodingOf } from '../../src/formats/decode.ts'

async function decoded(bytes: Uint8Array, size = bytes.length + 1): Promise<string> {
  function* pieces(): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  let text = ''
  for await (const piece of decode(pieces())) text += piece
  return text
}

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

function utf32(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.alloc([...text].length * 4)
  for (const [i, character] of [...text].entries()) {
    const code = character.codePointAt(0) ?? 0
    if (isBig) bytes.writeUInt32BE(code, i * 4)
    else bytes.writeUInt32LE(code, i * 4)
  }
  return bytes
}

const text = '@article{x,\n  title = {Über die Größe – “naïve” café 王小明 🧬}\n}\n'
const latin = '@article{x,\n  title = {Über die Größe, naïve café}\n}\n'

describe('decode', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16 LE with its mark', utf16(`\ufeff${text}`, false), text],
    ['UTF-16 BE with its mark', utf16(`\ufeff${text}`, true), text],
    ['UTF-16 LE', utf16(text, false), text],
    ['UTF-16 BE', utf16(text, true), text],
    ['UTF-32 LE with its mark', utf32(`\ufeff${text}`, false), text],
    ['UTF-32 BE with its mark', utf32(`\ufeff${text}`, true), text],
    ['UTF-32 LE', utf32(text, false), text],
    ['UTF-32 BE', utf32(text, true), text],
    [
      'UTF-32 that is cut off',
      utf32(`\ufeff${text}`, false).subarray(0, 4 * 10 + 2),
      `${text.slice(0, 9)}\ufffd`,
    ],
    ['Latin-1', Buffer.from(latin, 'latin1'), latin],
    ['Windows-1252', Buffer.from([0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80]), '“a” – €'],
    ['ASCII', Buffer.from('plain'), 'plain'],
    ['nothing', Buffer.from(''), ''],
    [
      'a stray byte in UTF-8',
      Buffer.concat([Buffer.from(text), Buffer.from([0xe9]), Buffer.from(text)]),
      `${text}é${text}`,
    ],
  ])('%s', async (_, bytes, expected) => {
    for (const size of [1, 2, 3, 7, 100_000]) expect(await decoded(bytes, size)).toBe(expected)
  })

  it('finds the first letter of Latin-1 far behind the beginning', async () => {
    const far = `${'plain '.repeat(20_000)}${latin}`
    expect(await decoded(Buffer.from(far, 'latin1'), 65_536)).toBe(far)
  })

  it('gives any text back that was UTF-8, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 20 }),
        async (any, size) => {
          fc.pre(!any.includes('\u0000'))
          const marked = `text ${any}`
          expect(await decoded(Buffer.from(marked), size)).toBe(marked)
        },
      ),
    )
  })

  it('never throws, whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, size) => {
          await decoded(bytes, size)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('encodingOf', () => {
  it('says what the beginning of a file tells', () => {
    expect(encodingOf(Buffer.from(text))).toBe('utf-8')
    expect(encodingOf(Buffer.from(latin, 'latin1'))).toBe('windows-1252')
    expect(encodingOf(utf16(text, true))).toBe('utf-16be')
  })
})
