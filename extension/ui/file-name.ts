/** So long a name is kept by every file system: 255 bytes at least, and a letter is four at most. */
const longest = 60

/**
 * What a person typed as a file's name, as one that Windows, macOS and Linux take: no path, no control or hidden characters, no
 * reserved device, without its ending. Empty where nothing is left.
 */
export function fileName(typed: string, ending: string): string {
  const plain = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/[/\\:*?"<>|]+/g, '-')
    .trim()
  const without = plain.toLowerCase().endsWith(`.${ending}`)
    ? plain.slice(0, -ending.length - 1)
    : plain
  const short = [...without].slice(0, longest).join('')
  const bare = short.replace(/^[.\s-]+|[.\s]+$/g, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(bare) ? `${bare}-` : bare
}
