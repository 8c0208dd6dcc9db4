import { abstractText } from '../item/abstract-text.ts'
import { withoutInline } from '../text/markup.ts'
import { readField } from './field.ts'
import { marksOf, type Snippet, snippetOf } from './marks.ts'
import { getMany } from './requests.ts'
import type { Store } from './store.ts'

/**
 * For each of these records the part of the abstract, without inline markup, in which the first of the words stands;
 * undefined where none does. Words are folded, as `Found.words` has them.
 */
export async function readSnippets(
  store: Store,
  ids: readonly string[],
  words: readonly string[],
): Promise<(Snippet | undefined)[]> {
  if (words.length === 0) return ids.map(() => undefined)
  const documents = await store.read(
    (transaction) => getMany(transaction, 'records', ids),
    ['records'],
  )
  return documents.map((document) => {
    const sections = (document && readField(document, 'sections')) ?? []
    const text = withoutInline(abstractText(sections) ?? '')
    const marks = marksOf(text, words)
    return marks.length > 0 ? snippetOf(text, marks) : undefined
  })
}
