/** Characters and those that look like them and stand raised (Unicode, Superscripts and Subscripts). */
const pairs = '0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ −⁻ –⁻ (⁽ )⁾ nⁿ iⁱ'

const raisedOf = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const))

/** Text whose `<sup>` is written in raised characters, where there are such for all that stands in it. */
export function raised(text: string): string {
  return text.replace(/<sup>([^<>]{1,40})<\/sup>/g, (whole, inside: string) => {
    const characters = [...inside].map((character) => raisedOf.get(character))
    return characters.includes(undefined) ? whole : characters.join('')
  })
}
