import { launch } from '../../e2e/support/launch.ts'
import { openOwnPage } from '../../e2e/support/own-page.ts'
import { backupFile, startImport } from './backup-file.ts'
import { openDesk, rowsNotIndexed } from './desk.ts'
import { kill } from './profile.ts'
import { waitUntil } from './wait.ts'

/** Imports so many papers, and kills the browser while some are written and not indexed yet: the index follows in larger parts. */
export async function killBeforeIndexed(userDataDir: string, papers: number): Promise<void> {
  const file = await backupFile(userDataDir, papers)
  const running = await launch({ userDataDir })
  const desk = await openDesk(running)
  const importing = await openOwnPage(running, 'extension/library/index.html')
  await startImport(importing.page, file)
  await waitUntil(async () => (await rowsNotIndexed(desk)) > 0)
  await kill(running)
}
