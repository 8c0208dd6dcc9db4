import type { Platform } from '../portal.ts'

/** HighWire: Drupal pages (`.highwire-markup`) and the H2O pages before them (`.hw-gen-page`). */
export const highwire = {
  id: 'highwire',
  name: 'HighWire',
  markup: ['.highwire-markup', '.hw-gen-page'],
  abstract: [
    '.highwire-markup .section.abstract:not(.executive-summary):not(.teaser)',
    '.hw-gen-page .article .section.abstract:not(.executive-summary)',
    '.hw-gen-page .section.abstract:not(.executive-summary)',
  ],
  fields: { keyword: ['.kwd-group .kwd'] },
} satisfies Platform
