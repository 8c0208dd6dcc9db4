import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { root } from '../../scripts/set-up.mjs'

/** What `npm audit --omit=dev` says, of the registry that npm is set to, or of this one. */
async function audit(registry) {
  const named = registry ? [`--registry=${registry}`] : []
  // npm is no program on Windows but a script of the shell's.
  const child = spawn('npm', ['audit', '--omit=dev', '--json', ...named], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  await once(child, 'close')
  return JSON.parse(said)
}

/** Names of packages with an advisory. */
const named = ({ vulnerabilities }) => Object.keys(vulnerabilities)

const said = await audit()
// A registry that is a mirror, or out of reach, knows no advisories: then there is nothing to test, and no test of it.
if (said.vulnerabilities)
  test('npm audit has nothing to say of what is built in', () => {
    expect(named(said)).toEqual([])
  })
else console.warn('npm audit: this registry tells no advisories; ask another one before a release.')

test('it would tell of an advisory for what is built in, and of none for what is not', async () => {
  const advisory = {
    id: 1,
    url: 'https://advisories.example/1',
    title: 'Invented',
    severity: 'low',
    vulnerable_versions: '>=0',
  }
  const server = createServer(({ method, url = '' }, response) => {
    const name = url.slice(1)
    const versions = { '1.0.0': { name, version: '1.0.0' } }
    const answer =
      method === 'POST'
        ? { idb: [advisory], vite: [advisory] }
        : { name, 'dist-tags': { latest: '1.0.0' }, versions }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const found = await audit(`http://127.0.0.1:${server.address().port}/`)
    expect(named(found)).toEqual(['idb'])
  } finally {
    server.close()
  }
}, 120_000)
