import type { Page } from 'puppeteer'
import { beforeEach, expect } from 'vitest'
import { type LaunchOptions, launch, type Running } from './launch.ts'
import { openLibraryPage } from './library-page.ts'
import type { OwnPage } from './own-page.ts'

/** A library page in a browser of its own. */
export interface OpenedLibrary {
  running: Running
  /** Where a test opens another one in its place, that one's errors count. */
  library: OwnPage
  page: Page
  /** Closes the browser; throws where the page or the background worker had an error. */
  close(): Promise<void>
}

/** Starts a browser and opens the library page in it. */
export async function openLibrary(how: LaunchOptions = {}): Promise<OpenedLibrary> {
  const running = await launch(how)
  const library = await openLibraryPage(running)
  const opened: OpenedLibrary = {
    running,
    library,
    page: library.page,
    async close() {
      const errors = [...running.workerErrors, ...opened.library.errors]
      await running.close()
      expect(errors).toEqual([])
    },
  }
  return opened
}

/** Gives every test of a file a library page of its own, and fails the test that leaves an error there. */
export function eachLibraryPage(take: (opened: OpenedLibrary) => void | Promise<void>): void {
  beforeEach(async () => {
    const opened = await openLibrary()
    try {
      await take(opened)
    } catch (error) {
      await opened.running.close()
      throw error
    }
    return opened.close
  })
}
