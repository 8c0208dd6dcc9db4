// What the measurements of the formats say about the targets.
import { median } from './samples.mjs'
import { round } from './targets.mjs'

/** Of a bare streaming writer's speed a writer keeps as much; others are to be slower by as much. */
const leastOfBare = 0.6
const timesCitationJs = 8
const timesBibtexParser = 5

/** MB of memory that a hundred thousand records may take beyond what the process had. */
const mostMemory = 64

/**
 * Judges what bench-formats has measured, as far as it has: `{figure: {value, target, met}}`, by name. Speeds are records per CPU
 * second, ratios those of medians of the same run; `_mb` are megabytes.
 */
export function judgeFormats({ write = {}, read, memory = {} }) {
  const figures = {}
  const say = (name, value) => {
    figures[name] = { value: round(value) }
  }
  const atLeast = (name, value, target) => {
    figures[name] = { value: round(value), target, met: value >= target }
  }
  const atMost = (name, value, target) => {
    figures[name] = { value: round(value), target, met: value <= target, at_most: true }
  }
  for (const [format, { ours, bare, citationJs }] of Object.entries(write)) {
    const name = format.replaceAll('-', '_')
    say(`write_${name}_per_s`, median(ours))
    say(`write_${name}_bare_per_s`, median(bare))
    atLeast(`write_${name}_to_bare`, median(ours) / median(bare), leastOfBare)
    if (!citationJs) continue
    say(`write_${name}_citation_js_per_s`, median(citationJs))
    atLeast(`write_${name}_to_citation_js`, median(ours) / median(citationJs), timesCitationJs)
  }
  if (read) {
    say('read_bibtex_per_s', median(read.ours))
    say('read_bibtex_parser_per_s', median(read.bibtexParser))
    const ratio = median(read.ours) / median(read.bibtexParser)
    atLeast('read_bibtex_to_bibtex_parser', ratio, timesBibtexParser)
  }
  for (const [name, mb] of Object.entries(memory))
    atMost(`${name.replaceAll('-', '_')}_mb`, Math.max(mb, 0.1), mostMemory)
  return figures
}

/** The figures as lines for people. */
export function tableOfFormats(figures) {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  const line = ([name, { value, target, met, at_most: isMost }]) => {
    const figure = `${name.padEnd(width)}${String(value).padStart(8)}`
    if (target === undefined) return figure
    return `${figure}${`${isMost ? '≤' : '≥'} ${target}`.padStart(8)}  ${met ? 'met' : 'NOT MET'}`
  }
  return Object.entries(figures).map(line).join('\n')
}
