import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Copies the built extension into a folder without its permission to store as much as there is room for. */
export async function withoutUnlimitedStorage(folder: string): Promise<string> {
  const variant = join(folder, 'extension')
  await cp('dist/chrome', variant, { recursive: true })
  const path = join(variant, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  const permissions = manifest.permissions.filter((name: string) => name !== 'unlimitedStorage')
  if (permissions.length === manifest.permissions.length)
    throw new Error('it had no such permission')
  await writeFile(path, JSON.stringify({ ...manifest, permissions }))
  return variant
}
