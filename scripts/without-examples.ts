import type { Plugin } from 'vite'

/** What only tests and readers of the source need: a rule's reason and examples, a portal's addresses. */
const keys = new Set(['why', 'strips', 'keeps', 'pages', 'notPages'])

/** Where such tables are. */
const tables = /\/src\/(?:boilerplate|portals)\/(?:platforms\/)?[\w-]+\.ts$/

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** Leaves the examples of rules and portals out of what is built: a quarter of those tables is read by nobody there. */
export function withoutExamples(): Plugin {
  return {
    name: 'offprint:without-examples',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!tables.test(id.split('?')[0] ?? '')) return undefined
      const cuts = propertiesIn(this.parse(code))
      let short = code
      for (const { start, end } of cuts.reverse()) {
        const comma = /^\s*,/.exec(short.slice(end))?.[0].length ?? 0
        short = short.slice(0, start) + short.slice(end + comma)
      }
      return { code: short, map: null }
    },
  }
}

function propertiesIn(root: unknown): Node[] {
  const found: Node[] = []
  const queue: unknown[] = [root]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Array.isArray(next)) queue.push(...next)
    else if (isNode(next)) {
      if (isExample(next)) found.push(next)
      else queue.push(...Object.values(next))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function isExample({ type, key, computed }: Node): boolean {
  return type === 'Property' && computed !== true && isNode(key) && keys.has(String(key.name))
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
