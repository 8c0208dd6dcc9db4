declare module 'citeproc' {
  /** The package's exports; in what is built the module has none, and the script finds `module` on the global object. */
  const citeproc: { Engine: import('../../src/references/engine.ts').EngineMaker } | undefined
  export default citeproc
}

/** A style or a locale as scripts/citation-styles.ts packs it. */
declare module 'citation-style:*' {
  const style: import('../../src/references/packed.ts').Packed
  export default style
}

declare module 'citation-locale:*' {
  const locale: import('../../src/references/packed.ts').Packed
  export default locale
}
