import type { Decision } from '../item/record.ts'
import { decisionOf } from './own-fields.ts'

/** What Rayyan writes into a paper's notes. */
export interface RayyanNote {
  decision?: Decision
  reason?: string
  labels: string[]
  note?: string
}

/**
 * What a note says that Rayyan wrote: `RAYYAN-INCLUSION: {"Ann"=>"Included"} | RAYYAN-LABELS: a,b |
 * RAYYAN-EXCLUSION-REASONS: wrong population | USER-NOTES: {"Ann"=>["Read it."]}` (help.rayyan.ai, "Export").
 * Reviewers who disagree make a `maybe`. Undefined for any other note.
 */
export function readRayyanNote(text: string): RayyanNote | undefined {
  if (!/\b(?:RAYYAN-[A-Z-]+|USER-NOTES):/.test(text)) return undefined
  const read: RayyanNote = { labels: [] }
  const rest: string[] = []
  for (const part of text.split(/\s*\|\s*(?=(?:RAYYAN-[A-Z-]+|USER-NOTES):)/)) {
    const [, name, value = ''] = /^\s*(?:RAYYAN-)?([A-Z-]+):\s*([\s\S]*)$/.exec(part) ?? []
    if (name === 'INCLUSION') {
      const said = new Set(quoted(value).map(decisionOf))
      const [decision] = said
      if (said.size > 1) read.decision = 'maybe'
      else if (decision !== undefined) read.decision = decision
    } else if (name === 'EXCLUSION-REASONS') {
      const reasons = value.split(',').map((reason) => reason.trim())
      if (reasons.some((reason) => reason !== ''))
        read.reason = reasons.filter((reason) => reason !== '').join(', ')
    } else if (name === 'LABELS') read.labels.push(...value.split(','))
    else if (name === 'USER-NOTES') rest.push(...quoted(value))
    else rest.push(part)
  }
  // Reasons are labels with this mark where they were given with the decision.
  const reasons = read.labels.filter((label) => /^\s*__EXR__/.test(label))
  read.labels = read.labels.filter((label) => !reasons.includes(label))
  if (reasons.length > 0)
    read.reason ??= reasons.map((label) => label.trim().slice('__EXR__'.length)).join(', ')
  const note = rest.filter((one) => one.trim() !== '').join('\n\n')
  if (note !== '') read.note = note
  return read
}

/** The values of Rayyan's `{"name"=>"value", …}` or `{"name"=>["value", …]}`: every string that is no name. */
function quoted(text: string): string[] {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\[\s\S])*)"(\s*=>)?/g)]
  return strings
    .filter((found) => found[2] === undefined)
    .map((found) => (found[1] ?? '').replace(/\\n/g, '\n').replace(/\\([\s\S])/g, '$1'))
}
