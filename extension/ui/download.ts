import type { ExportedFile } from './write-export.ts'

/** How long a file's address must live after the click that downloads it, in ms. */
const downloadStarts = 60_000

/** Hands a file to the browser's downloads. */
export function download({ blob }: ExportedFile, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), downloadStarts)
}
