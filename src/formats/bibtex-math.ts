/** Commands without an argument that a formula in a title or an abstract may hold. */
const symbols = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega ' +
    'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ' +
    'le leq ge geq ne neq ll gg lesssim gtrsim approx sim simeq cong equiv propto pm mp times div cdot cdots ldots dots circ ast star odot oplus otimes bullet ' +
    'to rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow mapsto uparrow downarrow longrightarrow in notin ni subset subseteq supset supseteq cup cap setminus emptyset ' +
    'forall exists neg wedge vee nabla partial infty hbar ell Re Im aleph dagger ddagger prime perp parallel mid angle degree sum prod int oint bigcup bigcap ' +
    'log ln exp sin cos tan sinh cosh tanh arcsin arccos arctan min max sup inf lim limsup liminf det dim ker deg gcd arg Pr langle rangle lvert rvert lVert rVert vert Vert lfloor rfloor lceil rceil ' +
    'quad qquad rm bf it cal sf tt displaystyle textstyle , ; : ! | { }'
  ).split(' '),
)

const oneArgument = new Set(
  'mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol bm text textrm textit textbf textsc mbox operatorname sqrt bar hat tilde vec dot ddot overline underline widehat widetilde check breve acute grave mathring'.split(
    ' ',
  ),
)

const twoArguments = new Set(['frac', 'dfrac', 'tfrac', 'binom'])

const delimiters = new Set([
  '(',
  ')',
  '[',
  ']',
  '|',
  '/',
  '.',
  '\\{',
  '\\}',
  '\\|',
  '\\langle',
  '\\rangle',
  '\\lfloor',
  '\\rfloor',
  '\\lceil',
  '\\rceil',
  '\\vert',
  '\\Vert',
])

/** Formulas of papers' titles nest three or four deep. */
const deepest = 20

/**
 * True for what stands between dollar signs and may go into a .bib file as it is: it looks like a formula and
 * not like two prices, every command is known to be harmless, groups, scripts and `\left … \right` are
 * whole. Anything else is text, and its dollar signs and backslashes are escaped.
 */
export function isPlainMath(source: string): boolean {
  if (!/^[\x21-\x7e](?:[\x20-\x7e]{0,298}[\x21-\x7e])?$/.test(source) || !isLikelyMath(source))
    return false
  if (/<\/?(?:i|b|sub|sup|sc)>/.test(source) || !hasPairedBraces(source)) return false
  return new MathReader(source).isWhole()
}

function isLikelyMath(source: string): boolean {
  if (/^[A-Za-z]'?(?:\([^()]{1,30}\))?$/.test(source)) return true
  return /[\\^_=+<>]/.test(source) && !isProse(source)
}

/** Commands whose argument is words, and all other commands. */
const wordy = /\\(?:text[a-z]*|math[a-z]+|mbox|operatorname)\s*\{[^{}]*\}|\\[A-Za-z]+/g

/** A word of small letters behind a space; `RMSE` and `AUC` are variables of many. */
const freeWord = /\s[a-z]{3,}[,;:.]?(?=\s|$)/

const smallWord = /\s(?:a[nst]|by|i[fns]|o[fnr]|to|vs|we)[,;:.]?(?=\s|$)/

/**
 * True for a sentence in which a price opens and another closes: `5 per day (p<0.05) versus US`. A formula's words are
 * commands or stand in one, and no variable has three small letters and spaces on both sides.
 */
export function isProse(source: string): boolean {
  const rest = source.replace(wordy, ' 0 ')
  return (
    freeWord.test(rest) || smallWord.test(rest) || /[A-Za-z]{2}[,;:.]?\s+[A-Za-z]{2}/.test(rest)
  )
}

/** `\{` and `\}` must pair among themselves: BibTeX counts them as braces. */
function hasPairedBraces(source: string): boolean {
  let depth = 0
  for (const brace of source.match(/\\[{}]/g) ?? []) {
    depth += brace === '\\{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

class MathReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(source: string) {
    this.#tokens = source.match(/\\(?:[A-Za-z]+|.)|\s+|[^\s]/g) ?? []
  }

  isWhole(): boolean {
    return this.#sequence(0) && this.#at === this.#tokens.length
  }

  #next(): string | undefined {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++
    return this.#tokens[this.#at]
  }

  /** Reads as far as formulas go; what stopped it is for the caller to judge. */
  #sequence(depth: number): boolean {
    for (
      let token = this.#next();
      token !== undefined && token !== '}' && token !== '\\right';
      token = this.#next()
    ) {
      if (token !== '_' && token !== '^' && !this.#atom(depth)) return false
      if (!this.#scripts(depth)) return false
    }
    return true
  }

  /** At most one subscript and one superscript, as TeX wants it. */
  #scripts(depth: number): boolean {
    const seen = new Set<string>()
    for (let token = this.#next(); token === '_' || token === '^'; token = this.#next()) {
      if (seen.has(token)) return false
      seen.add(token)
      this.#at++
      if (!this.#argument(depth)) return false
    }
    return true
  }

  #argument(depth: number): boolean {
    const token = this.#next()
    return (
      token !== undefined &&
      token !== '_' &&
      token !== '^' &&
      token !== '}' &&
      token !== '\\right' &&
      this.#atom(depth)
    )
  }

  #atom(depth: number): boolean {
    if (depth > deepest) return false
    const token = this.#next() ?? ''
    this.#at++
    if (token === '{') return this.#sequence(depth + 1) && this.#take('}')
    if (token === '\\left')
      return (
        this.#delimiter() && this.#sequence(depth + 1) && this.#take('\\right') && this.#delimiter()
      )
    if (!token.startsWith('\\')) return !/[$%#&~\\]/.test(token)
    const command = token.slice(1)
    if (symbols.has(command)) return true
    if (twoArguments.has(command)) return this.#argument(depth + 1) && this.#argument(depth + 1)
    return oneArgument.has(command) && this.#next() !== '[' && this.#argument(depth + 1)
  }

  #delimiter(): boolean {
    const token = this.#next()
    this.#at++
    return token !== undefined && delimiters.has(token)
  }

  #take(wanted: string): boolean {
    const token = this.#next()
    this.#at++
    return token === wanted
  }
}
