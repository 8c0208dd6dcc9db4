import { describe, expect, test } from 'vitest'
import { isRetracted, readNotices } from '../../src/item/retraction.ts'

describe('marks of retraction', () => {
  test.each([
    ['RETRACTED: Salt on slate roofs', ['Retracted Publication']],
    ['Retracted Article: Salt on slate roofs', ['Retracted Publication']],
    ['[Retracted] Salt on slate roofs', ['Retracted Publication']],
    ['WITHDRAWN: Salt on slate roofs', ['Retracted Publication']],
    ['Salt on slate roofs (Retracted article)', ['Retracted Publication']],
    ['Retraction: Salt on slate roofs', ['Retraction Notice']],
    ['Retraction Note to: Salt on slate roofs', ['Retraction Notice']],
    ['Expression of Concern: Salt on slate roofs', ['Expression of Concern']],
    ['Correction to: Salt on slate roofs', ['Published Erratum']],
    ['Corrigendum', ['Published Erratum']],
    ['Retracted landing gear of gulls', []],
    ['Retraction of the gums in sheep', []],
    ['Withdrawn birds: a study', []],
    ['Correction of squint in lighthouse keepers', []],
    ['Removed slates and where they go', []],
  ])('%s', (title, types) => expect(readNotices(title, [])).toEqual(types))

  test.each([
    ['This article has been retracted.', true],
    ['Retraction in: Slate J. 2019 Jan;3(1):4', true],
    ['RETRACTED ARTICLE', true],
    ['Three of the papers have been retracted since.', false],
    ['This article has been corrected.', false],
  ])('%s: %s', (line, expected) => {
    expect(isRetracted(readNotices('Salt on slate roofs', [line]))).toBe(expected)
  })
})
