import { describe, expect, test } from 'vitest'
import { identifiersAt } from '../../src/capture/identifiers-at.ts'

describe('identifiersAt', () => {
  test.each([
    [
      'https://read.qxmd.com/read/99000101/x?utm_source=a',
      [],
      ['pmid:99000101', 'url:https://read.qxmd.com/read/99000101/x'],
    ],
    [
      'https://arxiv.org/abs/2101.01234v2',
      [],
      ['arxiv:2101.01234', 'url:https://arxiv.org/abs/2101.01234v2'],
    ],
    [
      'https://a.example.org/1',
      ['doi:10.48550/arxiv.2101.01234'],
      ['arxiv:2101.01234', 'url:https://a.example.org/1'],
    ],
    [
      'https://a.example.org/1',
      ['doi:10.5555/ABC', 'pmid:12', 'nonsense'],
      ['doi:10.5555/abc', 'pmid:12', 'url:https://a.example.org/1'],
    ],
  ])('%s, %j', (url, seen, expected) => expect(identifiersAt(url, seen)).toEqual(expected))
})
