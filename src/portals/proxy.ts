import { portals } from './index.ts'
import type { Portal } from './portal.ts'

/** What the rest of a rewritten host says: it is a library's gate, and not just any host that begins with a portal's name. */
const gate = /ez|prox|openathens|oclc|remotexs|vpn|lib|interchange|gate/i

/**
 * The address that a library's proxy stands for: `www-nature-com.ezproxy.example.edu` (EZproxy with HTTPS, OpenAthens;
 * a hyphen in the name is doubled by some) and `www.nature.com.ezproxy.example.edu` are nature.com's. Any other
 * address is itself.
 */
export function withoutProxy(url: URL, among: readonly Portal[] = portals): URL {
  const host = url.hostname.toLowerCase()
  const [label = '', ...others] = host.split('.')
  if (others.length < 2 || !gate.test(host)) return url
  for (const portal of among) {
    for (const pattern of portal.hosts) {
      const name = pattern.replace(/^\*\./, '')
      const original = rewritten(name, pattern !== name, label, host)
      if (original === undefined || !portal.path.test(url.pathname)) continue
      const address = new URL(url.href)
      address.hostname = original
      address.protocol = 'https:'
      address.port = ''
      return address
    }
  }
  return url
}

/** The portal's host that a rewritten one stands for, or undefined. */
function rewritten(
  name: string,
  anySubdomain: boolean,
  label: string,
  host: string,
): string | undefined {
  const dashed = name.replaceAll('.', '-')
  for (const form of [dashed, name.replaceAll('-', '--').replaceAll('.', '-')]) {
    if (label === form) return name
    if (anySubdomain && label.endsWith(`-${form}`))
      return `${label.slice(0, -form.length - 1).replaceAll('-', '.')}.${name}`
  }
  const at = host.indexOf(`${name}.`)
  if (at < 0 || !gate.test(host.slice(at + name.length))) return undefined
  const sub = host.slice(0, at)
  return sub === '' || (anySubdomain && sub.endsWith('.')) ? sub + name : undefined
}
