import {
  type AbstractCandidate,
  type Finding,
  lengthOf,
} from '../src/abstract/abstract-candidate.ts'
import { findAbstracts } from '../src/abstract/find-abstracts.ts'
import * as weighing from '../src/abstract/weigh.ts'
import { refusal, refusalOfLabelled } from '../src/boilerplate/strip.ts'
import { isBrief } from '../src/capture/brief.ts'
import { type CaptureOptions, capture } from '../src/capture/capture.ts'
import { readPage } from '../src/capture/page.ts'
import type { Capture } from '../src/capture/page-kind.ts'
import { readVocabularies } from '../src/capture/vocabularies.ts'
import { detect } from '../src/detection/detect.ts'
import { abstractText } from '../src/item/abstract-text.ts'
import { chooseFields } from '../src/metadata/choose-fields.ts'
import { readTeasers } from '../src/metadata/open-graph.ts'
import { comparable } from '../src/text/comparable.ts'

/** Something that speaks for or against a candidate. */
export interface Reason {
  why: string
  points: number
}

/** One text that may be the abstract, and what became of it. */
export interface ExplainedCandidate {
  finding: Finding
  source: string
  text: string
  /** Characters. */
  length: number
  language: string | undefined
  /** The page's block at which it begins. */
  at: number | undefined
  signs: readonly string[]
  /** Why it is no abstract at all; such a one is not weighed. */
  refused: string | undefined
  points: number | undefined
  reasons: Reason[]
  removed: Capture['source']['removed']
}

/** A capture and how it came about. */
export interface Explained {
  capture: Capture
  detector: string[]
  platform: string | undefined
  blocks: number
  /** Running text in all, in characters. */
  prose: number
  titleAt: number
  candidates: ExplainedCandidate[]
  /** The points that an abstract needs. */
  least: number
}

/** Captures the page that this script was put into, and does its first steps again to show what was weighed. */
export function explained(url: string, now: string, options: CaptureOptions = {}): Explained {
  const page = readPage(document, url, options.portals)
  const metadata = readVocabularies(page)
  const { title, language, author } = chooseFields(metadata).item
  const authors = (author ?? []).slice(0, 3).flatMap(({ family }) => family ?? [])
  const found = findAbstracts({ ...page, title, authors }, metadata)
  const refusals = new Map(found.candidates.map((each) => [each, refusalFor(each, title ?? '')]))
  const context: weighing.Context = {
    all: found.candidates.filter((each) => refusals.get(each) === undefined),
    teasers: readTeasers(page.tags)
      .map(({ text }) => weighing.openingOf(text))
      .filter((words) => words !== ''),
    language,
    prose: page.prose,
    title: found.title,
    end: found.end,
    trusted: page.portal?.unlabelled === true || page.plainText,
    brief: isBrief(page, title),
  }
  const candidates = found.candidates.map((each): ExplainedCandidate => {
    const refused = refusals.get(each)
    return {
      finding: each.finding,
      source: each.source,
      text: abstractText(each.sections) ?? '',
      length: lengthOf(each),
      language: each.language,
      at: each.at,
      signs: each.signs ?? [],
      refused,
      points: refused === undefined ? weighing.weigh(each, context) : undefined,
      reasons: refused === undefined ? reasonsFor(each, context) : [],
      removed: each.removed,
    }
  })
  return {
    capture: capture(document, url, now, options),
    detector: detect(document, page.url).evidence,
    platform: page.platform?.id,
    blocks: page.blocks.length,
    prose: page.prose,
    titleAt: found.title,
    candidates: candidates.sort((a, b) => (b.points ?? -1000) - (a.points ?? -1000)),
    least: weighing.least,
  }
}

/** The same questions as `chooseAbstract` asks first. */
function refusalFor(candidate: AbstractCandidate, title: string): string | undefined {
  const text = abstractText(candidate.sections) ?? ''
  const rule = candidate.finding === 'labelled' ? refusalOfLabelled(text) : refusal(text)
  if (rule !== undefined) return `refused by the rule ${rule}`
  if (candidate.words.length < 40) return 'too short'
  const own = comparable(title)
  return own.length > 10 &&
    candidate.words.length < own.length * 1.6 &&
    candidate.words.includes(own)
    ? 'only repeats the title'
    : undefined
}

/** What the weighing counted: what the way of finding is worth, and each consideration that holds. */
function reasonsFor(candidate: AbstractCandidate, context: weighing.Context): Reason[] {
  return [
    { why: `Found as: ${candidate.finding}.`, points: weighing.worth[candidate.finding] },
    ...weighing.considerations
      .filter(({ holds }) => holds(candidate, context))
      .map(({ why, points }) => ({ why, points })),
  ]
}
