import type { Platform } from '../portal.ts'

/** Digital Commons (bepress): each part of the record is a `.element` with an id of its own. */
export const digitalCommons = {
  id: 'digital-commons',
  name: 'Digital Commons',
  markup: ['#alpha #title.element'],
  abstract: ['#alpha #abstract.element'],
} satisfies Platform
