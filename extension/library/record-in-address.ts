import { isRecordId } from '../../src/library/identity.ts'

/** The record that a link to this page names behind its `#`. */
export function recordInAddress(): string | undefined {
  const name = location.hash.slice(1)
  return isRecordId(name) ? name : undefined
}
