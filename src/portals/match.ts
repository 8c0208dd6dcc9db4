import { portals } from './index.ts'
import type { Portal } from './portal.ts'

/** The portal that shows one paper at this address, or undefined. */
export function matchPortal(url: URL, among: readonly Portal[] = portals): Portal | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  return portalsOf(url.hostname, among).find(({ path }) => path.test(url.pathname))
}

/** The portals that have papers at this host. */
export function portalsOf(hostname: string, among: readonly Portal[] = portals): readonly Portal[] {
  const host = hostname.toLowerCase()
  return among.filter((portal) => portal.hosts.some((pattern) => matchesHost(pattern, host)))
}

/** True where a host pattern (`arxiv.org`, `*.wiley.com`) covers a host. */
export function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.')
    ? host === pattern.slice(2) || host.endsWith(pattern.slice(1))
    : host === pattern
}
