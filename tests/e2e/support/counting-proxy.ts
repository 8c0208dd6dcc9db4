import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that serves the pages of a test, lets nothing else through, and notes everything that is asked of it. */
export interface CountingProxy {
  /** Chromium's arguments that send all its requests here, those to this machine too. */
  args: string[]
  /** What was asked for so far: addresses, and `CONNECT host:port` for what would be encrypted. */
  asked: string[]
  close(): Promise<void>
}

/** Starts one on this machine; `pages` are bodies by address. */
export async function countingProxy(pages: ReadonlyMap<string, string>): Promise<CountingProxy> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    asked.push(url)
    const body = pages.get(url)
    response.statusCode = body === undefined ? 404 : 200
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('access-control-allow-origin', '*')
    response.end(body ?? '')
  })
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    // Who asked may be gone before it is told.
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  server.on('upgrade', (request, socket) => {
    asked.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
