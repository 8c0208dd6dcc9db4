/** What every rule carries: a name, the reason it exists, and examples on both sides that a test runs. */
interface RuleBase {
  /** Kebab-case; it stands in the trail beside each line that the rule removed. */
  id: string
  /** Why this is no part of an abstract, in one sentence. */
  why: string
  /** Texts that the rule takes away whole (openings and closings: the part that it takes away). */
  strips: readonly string[]
  /** Texts that look alike and must stay as they are. */
  keeps: readonly string[]
}

/** A rule for text; the kind is given by the list that it stands in. */
export interface TextRule extends RuleBase {
  /** Anchored and linear-time: openings begin with `^`, closings end with `$`, whole lines have both. */
  match: RegExp
}

/** A rule for an element of the page; its examples are HTML. */
export interface ElementRule extends RuleBase {
  /** A CSS selector for the element itself. */
  selector: string
  /** What all its text must match, where the selector does not decide. */
  text?: RegExp
}
