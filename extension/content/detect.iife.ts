import { announce, watch } from './announce.ts'

// All that runs on a page that nobody clicked on.
announce()
watch()
