import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { inventedRecord, vocabulary } from '../../../scripts/bench/invented-library.ts'
import { writeBackup } from '../../../src/formats/json.ts'
import type { Stamp, StampedDocument } from '../../../src/library/versions.ts'
import { byRole } from '../../e2e/support/by-role.ts'
import { press } from '../../e2e/support/popup.ts'

const words = vocabulary()

/** The DOI of a backup's n-th paper. */
export const doiInBackup = (n: number): string => String(inventedRecord(n, 1, words).DOI)

/** Writes a backup of so many invented papers into a folder, all with these tags too; the file's path. */
export async function backupFile(
  folder: string,
  papers: number,
  tags: readonly string[] = [],
): Promise<string> {
  const file = join(folder, `backup-${papers}.json`)
  const head = { writtenAt: '2026-11-24T10:00:00.000Z', device: 'be9c40000000feed' }
  const records = Array.from({ length: papers }, (_, n) =>
    withTags(inventedRecord(n, 1, words), tags),
  )
  let text = ''
  for await (const part of writeBackup(head, records, [])) text += part
  await writeFile(file, text)
  return file
}

/** Chooses a file on the library page, by the button that asks for it, and starts the import. */
export async function startImport(library: Page, file: string, button = 'Import…'): Promise<void> {
  const chooser = library.waitForFileChooser()
  await press(library, button)
  await (await chooser).accept([file])
  const start = await library.waitForSelector(byRole('button', 'Import'), { timeout: 20_000 })
  await start?.click()
}

/** A record with further tags, which came to it with its title. */
function withTags(record: StampedDocument, tags: readonly string[]): StampedDocument {
  const fields = tags.map((tag) => `tag:${tag}`)
  const stamps = fields.map((field) => [field, record.m.t.title as Stamp] as const)
  return {
    ...record,
    ...Object.fromEntries(fields.map((field) => [field, true])),
    m: { ...record.m, t: { ...record.m.t, ...Object.fromEntries(stamps) } },
  }
}
