import type { Name } from './item.ts'

/** Up to four capitals as PubMed glues initials, `JA` or `J-P`; three strokes are a generation and no given names. */
const glued = /^(?!III?$)\p{Lu}(?:-?\p{Lu}){0,3}$/u

/** True for given names that are initials without a full stop or space: `JA`, `J-P`, `J`. */
export function areGlued(given: string): boolean {
  return glued.test(given)
}

/** Glued initials as citation styles take them: `JA` as `J. A.`, `J-P` as `J.-P.`. */
export function spelledInitials(initials: string): string {
  return initials
    .replace(/\p{Lu}/gu, '$&. ')
    .replaceAll(' -', '-')
    .trimEnd()
}

/** A name out of a source of PubMed's style, its initials spelled; given names that are written out stay. */
export function withSpelledInitials(name: Name): Name {
  const { given } = name
  return name.family === undefined || given === undefined || !areGlued(given)
    ? name
    : { ...name, given: spelledInitials(given) }
}
