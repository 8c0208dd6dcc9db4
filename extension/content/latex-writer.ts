import type { MathTree } from '../../src/capture/mathematics.ts'

/** Where the second script leaves its function, on the isolated world's global. */
const place = 'offprintToLatex'

/** Leaves the function that writes MathML as LaTeX where the capture script of the same page finds it. */
export function leaveLatexWriter(toLatex: (tree: MathTree) => string | undefined): void {
  Reflect.set(globalThis, place, toLatex)
}

/** The function that the second script left; undefined where it was not put into this page. */
export function latexWriter(): ((tree: MathTree) => string | undefined) | undefined {
  const written: unknown = Reflect.get(globalThis, place)
  // An `<object>` or `<embed>` of the page that has it for a name is callable too, and throws.
  if (!(written instanceof Function)) return undefined
  return (tree) => {
    const latex: unknown = Reflect.apply(written, undefined, [tree])
    return typeof latex === 'string' ? latex : undefined
  }
}
