import type { Name } from '../../src/item/item.ts'
import { nameInverted, parseName } from '../../src/item/name.ts'

/**
 * The names in a text box, one a line, as `nameInverted` writes them. A line that was not changed keeps the name
 * it stands for, with its particles; one that holds no name is kept as a body's.
 */
export function readNameLines(text: string, before: readonly Name[] = []): Name[] {
  const known = new Map(before.map((name) => [nameInverted(name), name]))
  const names: Name[] = []
  for (const each of text.split('\n')) {
    const line = each.trim().replace(/\s+/g, ' ')
    if (line !== '') names.push(known.get(line) ?? parseName(line) ?? { literal: line })
  }
  return names
}
