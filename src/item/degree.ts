/** A generation's mark behind a name; `Jun` and `Sen` are names of many people, and as marks are written with a full stop. */
export const generation = /^(?:(?:Jr|Sr|Jnr|Snr|II|III|IV|VI{1,3}|2nd|3rd|4th)\.?|(?:jun|sen)\.)$/i

/** True for given names as initials only: `J. A.`, `JA`, `J.-P.`. */
export function isInitials(text: string): boolean {
  return /^(?:\p{Lu}\.?[\s-]?){1,4}$/u.test(text)
}

/** Academic degrees and fellowships, with or without full stops, that follow a name. */
const degree =
  /^(?:(?:Ph|D|Ed|Psy|Pharm|Sc)\.? ?D|M\.?D|D\.? ?Phil|M\.? ?Phil|[BM]\.? ?(?:Sc|S|A|Ed|Pharm)|M\.?S?\.?P\.?H|Dr\.?P\.?H|M\.?H\.?A|M\.?P\.?P|M\.?Med|Sc\.?M|M\.?B\.?A|M\.?H\.?S|M\.?B\.? ?(?:B\.?S|Ch\.? ?B)|D\.?O|R\.?N|B\.?S\.?N|M\.?S\.?N|D\.?D\.?S|D\.?M\.?D|D\.?V\.?M|D\.?N\.?P|LL\.?[BMD]|F\.?R\.?C\.?[SP]\w{0,3}|F\.?A\.?C\.?[SPC]\w{0,2}|M\.?R\.?C\.?[SP]\w{0,3}|C\.?Sc|Dr\.?Sc|MPhil|MStat|MEng|BEng|CPH|FAAN|FAHA|FESC|RD|PT|Dr\.? ?(?:med|rer|phil)\.?.{0,12})\.?$/

/** Degrees that cannot be a person's initials, so that no comma is needed before them. */
const plainDegree = /(?:\s+|,\s*)(?:Ph\.? ?D|D\.? ?Phil|M\.?Sc|B\.?Sc|Pharm\.?D)\.?$/

/** A degree behind a given name that is written out: `Ravnsen, Jens MD`. */
const degreeBehind =
  /(?<=\p{Ll}\S*(?:\s\p{Lu}\.?)?)\s(?:MD|PhD|MBBS|RN|MPH|DO|DVM|MSc|BSc|PharmD)$/u

/** True for the letters of a degree such as `MD` or `Ph.D.` and nothing else. */
export function isDegree(text: string): boolean {
  return degree.test(text)
}

/** A name without a degree that stands behind it and cannot be initials. */
export function withoutPlainDegree(name: string): string {
  return name.replace(plainDegree, '')
}

/** Given names without a degree behind them. */
export function withoutDegreeBehind(given: string): string {
  return given.replace(degreeBehind, '')
}

/** `Smith, MD` is a Smith with two given names; `Jane Smith, MD` and `Smith, Jane, MD` have a degree. */
export function withoutDegrees(parts: string[]): string[] {
  while (parts.length > 1) {
    const isSecond = parts.length === 2
    const hasGiven = !isSecond || /^\p{Lu}\S*\s+\S/u.test(parts[0] ?? '')
    const last = parts.at(-1) ?? ''
    // Behind family and given name, capitals are a degree that no list knows.
    if (!isSecond && /^(?:\p{Lu}\p{Ll}{0,3}\.?){2,5}$/u.test(last) && !generation.test(last)) {
      parts = parts.slice(0, -1)
      continue
    }
    if (!degree.test(last) || !(hasGiven || !isInitials(last))) break
    parts = parts.slice(0, -1)
  }
  // `Jane Smith MD` is far more often a doctor than an M. D. with two family names.
  return parts.length === 1
    ? parts.map((part) => part.replace(/^(\p{Lu}\S*(?:\s\S+)+)\sM\.?D\.?$/u, '$1'))
    : parts
}
