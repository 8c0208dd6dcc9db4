import { parseSync } from 'vite'

/** What another module is asked for. */
export interface Import {
  /** As written, without a query such as `?script`. */
  specifier: string
  /** True when it is erased before the code runs. */
  typeOnly: boolean
}

/** What one source file says, as far as the rules of architecture ask. */
export interface SourceModule {
  path: string
  lines: number
  imports: Import[]
  /** Names that are used and not declared in the file: `fetch`, `Date.now`, `new Date()`. */
  globals: Set<string>
  /** Every name of a property, attribute or variable, and every string. */
  words: Set<string>
}

type Node = { type: string } & Record<string, unknown>

/** Reads a TypeScript file's imports and names from its syntax tree; throws where it does not parse. */
export function readModule(path: string, text: string): SourceModule {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0)
    throw new Error(`${path}: ${errors.map((each) => each.message).join('; ')}`)
  const module: SourceModule = {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [],
    globals: new Set(),
    words: new Set(),
  }
  const declared = new Set<string>()
  if (!isNode(program)) throw new Error(`${path}: no syntax tree`)
  walk(program, (node, parent, key) => {
    for (const found of importsOf(node)) module.imports.push(found)
    for (const name of declaredBy(node)) declared.add(name)
    const word = wordOf(node)
    if (word !== undefined) module.words.add(word)
    const global = globalOf(node, parent, key)
    if (global !== undefined) module.globals.add(global)
  })
  for (const name of declared) module.globals.delete(name)
  return module
}

function importsOf(node: Node): Import[] {
  const { source, argument } = node
  const typeOnly = isTypeOnly(node)
  if (/^(Import|Export(Named|All))Declaration$/.test(node.type) && isString(source)) {
    return [{ specifier: withoutQuery(source.value), typeOnly }]
  }
  if (node.type === 'ImportExpression') {
    // A path that is put together while running could name anything.
    if (!isString(source)) throw new Error('import() takes a plain string here')
    return [{ specifier: withoutQuery(source.value), typeOnly: false }]
  }
  if (node.type === 'TSImportType') {
    const given = isString(source) ? source : argument
    return isString(given) ? [{ specifier: withoutQuery(given.value), typeOnly: true }] : []
  }
  return []
}

function isTypeOnly({ importKind, exportKind, specifiers }: Node): boolean {
  if (importKind === 'type' || exportKind === 'type') return true
  const all = Array.isArray(specifiers) ? specifiers.filter(isNode) : []
  return (
    all.length > 0 && all.every((each) => each.importKind === 'type' || each.exportKind === 'type')
  )
}

const declarers: { [type: string]: string[] } = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  ClassDeclaration: ['id'],
  CatchClause: ['param'],
  ImportSpecifier: ['local'],
  ImportDefaultSpecifier: ['local'],
  ImportNamespaceSpecifier: ['local'],
}

function declaredBy(node: Node): string[] {
  return (declarers[node.type] ?? []).flatMap((key) => namesIn(node[key]))
}

/** The names that a pattern binds: `{a, b: [c], ...d}`. */
function namesIn(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn)
  if (!isNode(pattern)) return []
  if (pattern.type === 'Identifier') return [String(pattern.name)]
  const { properties, elements, value, left, argument } = pattern
  return [properties, elements, pattern.type === 'Property' ? value : left, argument].flatMap(
    namesIn,
  )
}

function globalOf(node: Node, parent: Node | undefined, key: string): string | undefined {
  const { object, property, callee } = node
  if (node.type === 'MemberExpression' && isNamed(object) && isNamed(property)) {
    const name = String(property.name)
    if (/^(globalThis|self|window)$/.test(object.name)) return name
    return `${object.name}.${name}`
  }
  if (node.type === 'NewExpression' && isNamed(callee) && isEmptyList(node.arguments)) {
    return `new ${callee.name}()`
  }
  if (!isNamed(node) || !parent) return undefined
  const isKey = key === 'key' && !parent.computed && !parent.shorthand
  const isProperty = parent.type === 'MemberExpression' && key === 'property' && !parent.computed
  const isElsewhere = /^(Import|Export)\w*Specifier$|^TS(QualifiedName|TypeReference)$/.test(
    parent.type,
  )
  return isKey || isProperty || isElsewhere ? undefined : node.name
}

function wordOf(node: Node): string | undefined {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name)
  return isString(node) ? node.value : undefined
}

function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined, key: string) => void,
  parent?: Node,
  key = '',
): void {
  visit(node, parent, key)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node, name)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isNamed(value: unknown): value is Node & { name: string } {
  return isNode(value) && value.type === 'Identifier' && typeof value.name === 'string'
}

function isString(value: unknown): value is Node & { value: string } {
  return isNode(value) && value.type === 'Literal' && typeof value.value === 'string'
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function withoutQuery(specifier: string): string {
  return specifier.replace(/\?.*$/, '')
}
