import { decodeEntities } from './entities.ts'
import { collapse } from './space.ts'

/** Presentation MathML as text: scripts in CSL's tags, fractions and roots in line, annotations left out. */
export function mathText(element: Element): string {
  const parts = [...element.children]
  const at = (i: number): string => {
    const part = parts[i]
    return part ? mathText(part) : ''
  }
  switch (element.localName.replace(/^.*:/, '')) {
    case 'annotation':
    case 'annotation-xml':
      return ''
    case 'msub':
    case 'munder':
      return `${at(0)}${script('sub', at(1))}`
    case 'msup':
    case 'mover':
      return `${at(0)}${script('sup', at(1))}`
    case 'msubsup':
    case 'munderover':
      return `${at(0)}${script('sub', at(1))}${script('sup', at(2))}`
    case 'mfrac':
      return `${grouped(at(0))}/${grouped(at(1))}`
    case 'msqrt':
      return `√${grouped(parts.map(mathText).join(''))}`
    case 'mtext':
      return element.textContent ?? ''
    case 'mspace':
      return ' '
    default:
      return parts.length > 0 ? parts.map(mathText).join('') : visible(element.textContent ?? '')
  }
}

/** The source in a `<script type="math/…">`: TeX between dollar signs, MathML without its tags. */
export function mathSource(script: Element): string {
  const source = script.textContent ?? ''
  return /tex/i.test(script.getAttribute('type') ?? '')
    ? `$${collapse(source)}$`
    : collapse(decodeEntities(source.replace(/<[^<>]{0,500}>/g, '')))
}

function script(tag: 'sub' | 'sup', text: string): string {
  // An accent such as ¯ or → is set above its letter and would read as an exponent.
  if (text === '' || /^[\u203e\u00af\u2192\u02c6^~˜˙¨]$/u.test(text)) return ''
  return `<${tag}>${text}</${tag}>`
}

/** Invisible operators: function application reads as a space, the others as nothing. */
function visible(text: string): string {
  return text.includes('\u2061') ? ' ' : collapse(text).replace(/[\u2062-\u2064]/g, '')
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`
}
