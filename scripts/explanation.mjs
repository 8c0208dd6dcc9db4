// What scripts/explain-entry.ts gives, as a text that a person reads.

const width = 110

/** The whole explanation of a capture, of `Explained` in scripts/explain-entry.ts. */
export function explanation(explained) {
  const { capture } = explained
  return [
    aligned(overview(explained)),
    heading(`Candidates for the abstract (it needs ${explained.least} points)`),
    ...candidates(explained),
    heading('The abstract that was chosen'),
    ...chosen(capture),
    heading('Fields'),
    ...fields(capture),
    heading('Left out'),
    ...removals(capture.source.removed),
    '',
  ].join('\n')
}

/** What src/capture/kind.ts asks of a page without tags. */
const noEvidence =
  'without tags made for citing, a paper has its abstract under a heading, and an identifier, keywords or authors'

function overview({ capture, detector, platform, blocks, prose, titleAt }) {
  const { kind, reason, source, identifiers } = capture
  return [
    ['address', source.url],
    ['portal', [source.portal, platform && `platform ${platform}`].filter(Boolean).join(', ')],
    ['kind', [kind, reason && `because: ${reason}`].filter(Boolean).join(', ')],
    ...(reason === 'no-evidence' ? [['', noEvidence]] : []),
    ['detector', detector.join(', ') || 'saw nothing'],
    ['identifiers', identifiers.join(', ') || 'none'],
    ['doubts', source.doubts.join(', ') || 'none'],
    ['text', `${blocks} blocks, ${prose} characters of running text, title at block ${titleAt}`],
  ]
}

function candidates({ candidates: all, capture }) {
  if (all.length === 0) return ['  none']
  const source = capture.source.fields.abstract?.source
  let taken = false
  return all.flatMap((candidate) => {
    const { points, refused, finding, length, language, at, signs, reasons, text } = candidate
    const isChosen = !taken && refused === undefined && candidate.source === source
    taken ||= isChosen
    const about = [
      `${length} characters`,
      language,
      at === undefined ? 'not on the page' : `at block ${at}`,
      ...signs,
    ].filter(Boolean)
    return [
      `${isChosen ? '>' : ' '}${String(points ?? '–').padStart(5)}  ${finding}: ${candidate.source} (${about.join(', ')})`,
      ...(refused ? [`        ${refused}`] : []),
      ...reasons.map(({ why, points: own }) => `        ${signed(own).padStart(5)}  ${why}`),
      `        ${ends(text)}`,
    ]
  })
}

function chosen({ sections, source }) {
  if (sections.length === 0) return ['  none']
  const translations = source.translations ?? []
  return [
    ...sections.flatMap((section) => paragraph(section)),
    ...translations.flatMap(({ language, sections: own }) => [
      `  in ${language}: ${ends(own.map(({ text }) => text).join(' '))}`,
    ]),
  ]
}

function paragraph({ label, text }) {
  return [...(label ? [`  ${label}`] : []), ...wrapped(text, 4), '']
}

function fields({ item, source }) {
  const rows = Object.entries(source.fields).flatMap(([name, { source: from, others }]) => [
    [name, from, name === 'abstract' ? '(above)' : shown(item[name])],
    ...others.map((other) => ['', other.source, shown(other.value)]),
  ])
  return rows.length === 0 ? ['  none'] : [aligned(rows)]
}

function removals(removed) {
  if (removed.length === 0) return ['  nothing']
  const byRule = new Map()
  for (const { rule, text } of removed) byRule.set(rule, [...(byRule.get(rule) ?? []), text])
  return [...byRule].flatMap(([rule, texts]) => [
    `  ${rule} (${texts.length})`,
    ...texts.map((text) => `      ${cut(text, width - 6)}`),
  ])
}

/** Names, dates and texts as one line. */
function shown(value) {
  if (value === undefined) return '(not taken)'
  if (Array.isArray(value)) return cut(value.map(nameOf).join('; '), 80)
  if (typeof value === 'object') return value['date-parts']?.[0]?.join('-') ?? value.literal ?? '?'
  return cut(String(value), 80)
}

function nameOf(name) {
  if (typeof name !== 'object') return String(name)
  if (name.literal !== undefined) return name.literal
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family]
  return [family.filter(Boolean).join(' '), name.given].filter(Boolean).join(', ')
}

function heading(text) {
  return `\n${text}\n${'-'.repeat(text.length)}`
}

/** Rows in columns as wide as they need to be; the last may be as long as it is. */
function aligned(rows) {
  const widths = rows[0].slice(0, -1).map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

const signed = (points) => (points < 0 ? String(points) : `+${points}`)

/** A long text's beginning and end, which tell whether it is whole. */
function ends(text) {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 150 ? `“${line}”` : `“${line.slice(0, 90)} … ${line.slice(-50)}”`
}

function cut(text, length) {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}

function wrapped(text, indent) {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line.length > 0 && line.length + word.length + 1 > width - indent) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => `${' '.repeat(indent)}${line}`)
}
