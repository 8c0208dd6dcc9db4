/**
 * What a page says of the links to this address: their longest text, else the text in place of their images, else what they are
 * called by `aria-label` or `title`; empty where they say nothing. Runs in the page's isolated world, alone: it may use nothing
 * but its argument.
 */
export function linkWords(href: string): string {
  const links = [...document.links].filter((one) => one.href === href)
  const said = (one: Element, name: string) => one.getAttribute(name) ?? ''
  const readings: ((link: Element) => string)[] = [
    (link) => {
      const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT)
      let text = ''
      // A `noscript` beside an image that loads late holds that image's tag, as text.
      while (walker.nextNode())
        if (!walker.currentNode.parentElement?.closest('noscript, script, style'))
          text += walker.currentNode.nodeValue
      return text
    },
    (link) =>
      [link, ...link.querySelectorAll('img')]
        .map((one) => said(one, 'alt').trim())
        .filter((alt) => alt !== '')
        .join(' '),
    (link) => said(link, 'aria-label'),
    (link) => said(link, 'title'),
    (link) => [...link.querySelectorAll('img')].map((one) => said(one, 'title')).join(' '),
  ]
  for (const read of readings) {
    const texts = links.map((link) => read(link).trim())
    const longest = texts.sort((a, b) => b.length - a.length)[0] ?? ''
    if (longest !== '') return longest
  }
  return ''
}
