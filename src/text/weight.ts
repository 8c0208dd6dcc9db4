/** Chinese, Japanese and Korean signs, each of which says about as much as three Latin letters. */
const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g

/** How much a text says, in characters of Latin script. */
export function weightOf(text: string): number {
  return text.length + 2 * (text.match(dense)?.length ?? 0)
}
