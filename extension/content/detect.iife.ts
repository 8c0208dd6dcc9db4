import { announce, watch, whenIdle } from './announce.ts'

// All that runs on a page that nobody clicked on.
announce()
whenIdle(watch)
