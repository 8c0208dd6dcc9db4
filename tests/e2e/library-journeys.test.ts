import { launch } from './support/launch.ts'
import { libraryJourneys } from './support/library-journeys.ts'
import { look, openLibraryPage } from './support/library-page.ts'

libraryJourneys(async () => {
  const running = await launch()
  const library = await openLibraryPage(running)
  return {
    page: library.page,
    look: (name) => look(library, name),
    errors: async () => [...running.workerErrors, ...library.errors],
    close: running.close,
  }
})
