import type { Platform } from '../portal.ts'
import { atypon } from './atypon.ts'
import { digitalCommons } from './digital-commons.ts'
import { dspace } from './dspace.ts'
import { eprints } from './eprints.ts'
import { highwire } from './highwire.ts'
import { invenio } from './invenio.ts'
import { ojs } from './ojs.ts'
import { silverchair } from './silverchair.ts'

/** Every publishing system that we know by its markup, in alphabetical order; the order never decides. */
export const platforms: readonly Platform[] = [
  atypon,
  digitalCommons,
  dspace,
  eprints,
  highwire,
  invenio,
  ojs,
  silverchair,
]
