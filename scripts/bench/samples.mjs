// What many measurements say.

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values) {
  return quantile(values, 0.5)
}

/** The value below which a part of them lies, between neighbours in proportion. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  return below + (above - below) * (at - Math.floor(at))
}
