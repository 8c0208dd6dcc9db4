import { afterEach, expect, test, vi } from 'vitest'
import { copyBoth } from '../../../extension/ui/copy-both.ts'

const references = { text: 'Tides', html: '<i>Tides</i>' }

/** A clipboard that takes what it is given, or what `refuses` says. */
function withClipboard(refuses?: Error) {
  const written: { [type: string]: string }[] = []
  const clipboard = {
    async write([item]: [{ parts: { [type: string]: Promise<Blob> } }]) {
      if (refuses) throw refuses
      const parts = Object.entries(item.parts).map(async ([type, blob]) => [
        type,
        await (await blob).text(),
      ])
      written.push(Object.fromEntries(await Promise.all(parts)))
    },
    writeText: async (text: string) => void written.push({ 'text/plain': text }),
  }
  vi.stubGlobal('navigator', { clipboard })
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly parts: object
      constructor(parts: object) {
        this.parts = parts
      }
    },
  )
  return written
}

afterEach(() => vi.unstubAllGlobals())

test('both are put on the clipboard together', async () => {
  const written = withClipboard()
  await copyBoth(Promise.resolve(references))
  expect(written).toEqual([{ 'text/plain': 'Tides', 'text/html': '<i>Tides</i>' }])
})

test('the clipboard is asked before the references are made', async () => {
  const written = withClipboard()
  const write = vi.spyOn(navigator.clipboard, 'write')
  let make = (_: typeof references) => {}
  const copied = copyBoth(new Promise((resolve) => (make = resolve)))
  expect(write).toHaveBeenCalledOnce()
  make(references)
  await copied
  expect(written).toHaveLength(1)
})

test('where a browser takes no HTML, the plain text has to do', async () => {
  const refused = withClipboard(new Error('no'))
  await copyBoth(Promise.resolve(references))
  expect(refused).toEqual([{ 'text/plain': 'Tides' }])
  const written = withClipboard()
  vi.stubGlobal('ClipboardItem', undefined)
  await copyBoth(Promise.resolve(references))
  expect(written).toEqual([{ 'text/plain': 'Tides' }])
})

test('what keeps the references from being made is the error, and nothing is written', async () => {
  const written = withClipboard()
  await expect(copyBoth(Promise.reject(new Error('No style')))).rejects.toThrow('No style')
  expect(written).toEqual([])
})
