/** The most characters that are kept of one value, and the most values of a list. */
export const caps = {
  text: 2_000,
  abstract: 20_000,
  names: 500,
  name: 300,
  sections: 100,
  label: 300,
  publicationTypes: 50,
  identifiers: 50,
} as const
