// How well the button, which goes by a page's head and address, foretells what the capture offers.

/**
 * A line that counts, and lines that name pages: lit by a portal's address alone (of which the background knows more
 * than the detector), dark though offered, lit for nothing. `predictions` are evaluate's: `{id, detected, kind, lit}`.
 */
export function detectorSummary(predictions) {
  const seen = predictions.filter(({ error }) => error === undefined)
  const isLit = ({ lit }) => lit.length > 0
  const offered = seen.filter(({ detected }) => detected)
  const others = seen.filter(({ detected }) => !detected)
  const missed = offered.filter((page) => !isLit(page))
  const falseLights = others.filter(isLit)
  const byAddress = offered.filter(({ lit }) => lit.length === 1 && lit[0] === 'portal')
  const named = (what, pages, name = ({ id }) => id) =>
    pages.length > 0 ? [`  ${what}: ${pages.map(name).join(', ')}`] : []
  return [
    `detector: lights on ${offered.length - missed.length} of ${offered.length} offered pages, on ${falseLights.length} of ${others.length} others`,
    ...named('by a portal’s address alone', byAddress),
    ...named('dark on', missed),
    ...named(
      'false lights',
      falseLights,
      ({ id, kind, lit }) => `${id} (${kind}; ${lit.join(', ')})`,
    ),
  ].join('\n')
}
