/**
 * Gives a function that calls `make` once for each language (BCP 47). A formatter of `Intl` takes up to a millisecond to make,
 * and a list of 50 papers wants some hundred at once.
 */
export function perLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>()
  return (language) => {
    const known = made.get(language)
    if (known !== undefined) return known
    const own = make(language)
    made.set(language, own)
    return own
  }
}
