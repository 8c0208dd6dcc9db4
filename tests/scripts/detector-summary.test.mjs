import { describe, expect, it } from 'vitest'
import { detectorSummary } from '../../scripts/detector-summary.mjs'

const page = (id, detected, lit) => ({ id, detected, kind: detected ? 'abstract' : 'list', lit })

describe('detectorSummary', () => {
  it('counts, and names what is missed and what lights for nothing', () => {
    const predictions = [
      page('a', true, ['highwire']),
      page('b', true, ['portal']),
      page('c', true, []),
      page('d', false, []),
      page('e', false, ['section', 'portal']),
      { id: 'f', detected: false, error: 'too late' },
    ]
    expect(detectorSummary(predictions).split('\n')).toEqual([
      'detector: lights on 2 of 3 offered pages, on 1 of 2 others',
      '  by a portal’s address alone: b',
      '  dark on: c',
      '  false lights: e (list; section, portal)',
    ])
  })

  it('is one line where all is well', () => {
    expect(detectorSummary([page('a', true, ['eprints']), page('d', false, [])])).toBe(
      'detector: lights on 1 of 1 offered pages, on 0 of 1 others',
    )
  })
})
