/**
 * TeX's commands for single characters (plain TeX, amssymb), each followed by its character. Where a character has
 * several commands, the first is the one that we write.
 */
const commands =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω ' +
  'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ' +
  'times × div ÷ cdot ⋅ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪ setminus ∖ uplus ⊎ sqcap ⊓ sqcup ⊔ rtimes ⋊ ltimes ⋉ dagger † ddagger ‡ ' +
  'forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ nabla ∇ partial ∂ infty ∞ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ emptyset ∅ varnothing ∅ prime ′ angle ∠ degree ° top ⊤ bot ⊥ square □ triangle △ ' +
  'ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ Vert ‖ lVert ‖ rVert ‖ vert | lvert | rvert | backslash \\ lbrace { rbrace } lbrack [ rbrack ] ' +
  'sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ ' +
  'textdegree ° textmu µ micro µ textpm ± texttimes × textregistered ® texttrademark ™ copyright © pounds £ euro € S § aa å AA Å ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł i ı j ȷ imath ı jmath ȷ lq ‘ rq ’ textquoteright ’ textquoteleft ‘ textendash – textemdash — textasciitilde ~ textbar | textless < textgreater > textbackslash \\ textbullet • textellipsis …'

const relations =
  'leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ approx ≈ thickapprox ≈ sim ∼ thicksim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ varpropto ∝ asymp ≍ doteq ≐ prec ≺ succ ≻ preceq ⪯ succeq ⪰ ' +
  'to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⟹ mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ rightleftharpoons ⇌ hookrightarrow ↪ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ ' +
  'in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ nsubseteq ⊈ subsetneq ⊊ perp ⊥ parallel ∥ mid ∣ nmid ∤ vdash ⊢ models ⊨ vDash ⊨ triangleq ≜ coloneqq ≔ lt < gt >'

function pairs(list: string): [command: string, character: string][] {
  const words = list.split(' ')
  return words.flatMap((word, i): [string, string][] => {
    const character = words[i + 1]
    return i % 2 === 0 && character !== undefined ? [[word, character]] : []
  })
}

const related = pairs(relations)
const all = [...pairs(commands), ...related]

/** The character of each command that stands for one: `alpha` gives α, `leq` ≤. */
export const characterOf: ReadonlyMap<string, string> = new Map(all)

/** The command that we write for a character beyond ASCII: ≲ gives `lesssim`. */
export const commandOf: ReadonlyMap<string, string> = new Map(
  all
    .toReversed()
    .flatMap(([command, character]) => (character > '~' ? [[character, command]] : [])),
)

/** Relations, which are written with a space on both sides in running text; `⊥` is one as `\perp`. */
export const relationSigns: ReadonlySet<string> = new Set([
  '=',
  ...related.map(([, character]) => character),
  '∶',
  '⇋',
  '⟺',
])

/** Functions whose name TeX sets upright: `\log`, also met as `<mi>log</mi>`. */
export const functionNames: ReadonlySet<string> = new Set(
  'log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan min max sup inf lim limsup liminf det dim ker deg gcd arg Pr mod argmin argmax sgn tr'.split(
    ' ',
  ),
)

/** Functions and operators whose scripts are set below and above them, and are lost in a line of text. */
export const limited: ReadonlySet<string> = new Set(
  'lim limsup liminf min max sup inf det gcd Pr argmin argmax ∑ ∏ ∐ ∫ ∬ ∭ ∮ ⋃ ⋂ ⋁ ⋀ ⨁ ⨂'.split(' '),
)

/** The combining character of each accent that TeX and MathML set over one letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['vec', '\u20d7'],
  ['overrightarrow', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['mathring', '\u030a'],
])

/** Mathematical alphabets: the code points of their A and a, and the letters that Unicode had elsewhere before. */
const alphabets: Readonly<Record<string, readonly [A: number, a: number, others: string]>> = {
  bb: [0x1d538, 0x1d552, 'Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ'],
  cal: [0x1d49c, 0x1d4b6, 'Bℬ Eℰ Fℱ Hℋ Iℐ Lℒ Mℳ Rℛ eℯ gℊ oℴ'],
  frak: [0x1d504, 0x1d51e, 'Cℭ Hℌ Iℑ Rℜ Zℨ'],
}

/** Letters in double-struck (`bb`), script (`cal`) or Fraktur (`frak`): ℝ, 𝒪, 𝔤. What has no such form stays. */
export function inAlphabet(letters: string, alphabet: 'bb' | 'cal' | 'frak'): string {
  const [capital, small, others] = alphabets[alphabet] ?? [0, 0, '']
  return letters.replace(/[A-Za-z]/g, (letter) => {
    const other = others.split(' ').find((each) => each.startsWith(letter))
    if (other) return other.slice(1)
    const code = letter.charCodeAt(0)
    return String.fromCodePoint(code < 97 ? capital + code - 65 : small + code - 97)
  })
}
