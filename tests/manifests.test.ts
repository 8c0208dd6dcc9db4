import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { releasedHosts } from '../src/portals/released-hosts.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What every built manifest may say, and what only one browser's may. */
const keys = [
  'action',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'incognito',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'optional_permissions',
  'permissions',
  'version',
]
const ownKeys: { [browser: string]: string } = {
  Chrome: 'minimum_chrome_version',
  Firefox: 'browser_specific_settings',
}

const packages = Object.keys(ownKeys).map((browser) => {
  const folder = `dist/${browser.toLowerCase()}`
  return { browser, folder, manifest: JSON.parse(read(`${folder}/manifest.json`)) }
})

/** The rows of the table in docs/privacy.md. */
const rows = [...read('docs/privacy.md').matchAll(/^\| `(.+)` \|(.+)\|$/gm)].map(
  ([, permission = '', rest = '']) => {
    const [browsers = '', asked = '', reason = '', see = ''] = rest
      .split('|')
      .map((cell) => cell.trim())
    return { permission, browsers: browsers.split(', '), asked, reason, see: see.slice(1, -1) }
  },
)

describe.each(packages)('the manifest for $browser', ({ browser, folder, manifest }) => {
  it('has these keys and no others', () => {
    expect(Object.keys(manifest).sort()).toEqual([...keys, ownKeys[browser]].sort())
  })

  it('has the version of package.json', () => {
    expect(manifest.version).toBe(JSON.parse(read('package.json')).version)
  })

  it('asks for what docs/privacy.md gives a reason for, and when it says so', () => {
    const told = rows.filter(({ browsers }) => browsers.includes(browser))
    const named = (which: (asked: string) => boolean) =>
      told
        .filter(({ asked }) => which(asked))
        .map(({ permission }) => permission)
        .sort()
    const optional = [...manifest.optional_permissions, ...manifest.optional_host_permissions]
    expect([...manifest.permissions].sort()).toEqual(named((asked) => asked === 'always'))
    expect(optional.sort()).toEqual(named((asked) => asked !== 'always'))
  })

  it('asks for these at once, none of which comes with a warning', () => {
    expect([...manifest.permissions].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
    ])
  })

  it('opens nothing to web pages or other extensions, and stays out of private windows', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest.incognito).toBe('not_allowed')
  })

  it('runs one script, on the released hosts only, in the top frame', () => {
    expect(releasedHosts.length).toBeGreaterThan(0)
    expect(manifest.content_scripts).toEqual([
      {
        js: ['extension/content/detect.iife.js'],
        matches: releasedHosts,
        run_at: 'document_idle',
      },
    ])
  })

  it('lets our own pages load our own files, and nothing else', () => {
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages'])
    const directives = manifest.content_security_policy.extension_pages.split('; ').sort()
    expect(directives).toEqual([
      "base-uri 'none'",
      "connect-src 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self'",
    ])
  })

  it('names files that are there', () => {
    const { service_worker, scripts = [service_worker] } = manifest.background
    const named = [
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
      manifest.action.default_popup,
      ...scripts,
      `_locales/${manifest.default_locale}/messages.json`,
    ]
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((path) => !existsSync(join(root, folder, path)))).toEqual([])
  })

  it('says its words in each language, in lengths that the stores take', () => {
    const said = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key)
    expect(said).toContain('extName')
    const languages = readdirSync(join(root, folder, '_locales'))
    expect(languages).toContain(manifest.default_locale)
    for (const language of languages) {
      const messages = JSON.parse(read(`${folder}/_locales/${language}/messages.json`))
      for (const key of said) expect(messages, language).toHaveProperty(`${key}.message`)
      expect(messages.extName.message.length, language).toBeLessThanOrEqual(45)
      expect(messages.extDescription.message.length, language).toBeLessThanOrEqual(132)
    }
  })
})

describe('the two packages', () => {
  const [chrome, firefox] = packages

  it('differ in the manifest alone', () => {
    const files = packages.map(({ folder }) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name).slice(join(root, folder).length + 1))
        .sort(),
    )
    expect(files[0]).toEqual(files[1])
    const different = files[0]?.filter((path) => {
      const [one, other] = packages.map(({ folder }) => readFileSync(join(root, folder, path)))
      return !one || !other?.equals(one)
    })
    expect(different).toEqual(['manifest.json'])
  })

  it('have a worker in Chrome, a page of scripts in Firefox', () => {
    const { service_worker } = chrome?.manifest.background ?? {}
    expect(chrome?.manifest.background).toEqual({ service_worker, type: 'module' })
    expect(firefox?.manifest.background).toEqual({ scripts: [service_worker], type: 'module' })
  })

  it('name the oldest browsers that the code was made for, and in Firefox collect nothing', () => {
    expect(chrome?.manifest.minimum_chrome_version).toBe('130')
    expect(firefox?.manifest.browser_specific_settings).toEqual({
      gecko: {
        id: 'offprint@offprint',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    })
    expect(read('vite.config.ts')).toContain("['chrome130', 'firefox140']")
  })
})

describe('the table of permissions', () => {
  it('gives each one a reason and a file that is about it', () => {
    expect(rows.length).toBeGreaterThan(8)
    for (const { permission, reason, see } of rows) {
      expect(reason.length, permission).toBeGreaterThan(10)
      expect(read(see), see).toContain(permission)
    }
  })

  it('names every file that asks for more, and they are called where a sentence says why', () => {
    const sources = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' })
      .map((path) => `extension/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path))
    const asking = sources.filter((path) => read(path).includes('permissions.request('))
    const told = rows.filter(({ asked }) => asked !== 'always').map(({ see }) => see)
    expect(asking.sort()).toEqual([...new Set(told)].sort())
    const why = {
      'extension/every-site.ts': 'everySiteWhy',
      'extension/schedule.ts': 'backupDailyWhy',
    }
    expect(Object.keys(why).sort()).toEqual(asking)
    for (const key of Object.values(why)) {
      const shown = sources.filter(
        (path) => path.endsWith('.tsx') && read(path).includes(`'${key}'`),
      )
      expect(shown, key).toHaveLength(1)
    }
  })
})

describe('docs/store/listing.md', () => {
  const listing = read('docs/store/listing.md')
  const section = (name: string) => listing.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? ''
  const typed = (name: string) => /```text\n([\s\S]*?)\n```/.exec(section(name))?.[1] ?? ''
  const table = (name: string) =>
    [...section(name).matchAll(/^\| `(.+?)` \| (.+) \|$/gm)].map(([, first = '', rest = '']) => ({
      first,
      rest: rest.split(' | '),
    }))

  it('has the name and the short description of the manifests', () => {
    const messages = JSON.parse(read('dist/chrome/_locales/en/messages.json'))
    for (const { manifest } of packages) {
      expect([manifest.name, manifest.description]).toEqual([
        '__MSG_extName__',
        '__MSG_extDescription__',
      ])
    }
    expect(section('Name').trim()).toBe(messages.extName.message)
    expect(typed('Short description')).toBe(messages.extDescription.message)
  })

  it('keeps to the lengths that the forms take', () => {
    expect(typed('Short description').length).toBeLessThanOrEqual(132)
    expect(typed('Single purpose').length).toBeLessThanOrEqual(1_000)
    expect(typed('Description').length).toBeGreaterThan(500)
    expect(typed('Description').length).toBeLessThanOrEqual(16_000)
    expect(typed('For reviewers').length).toBeGreaterThan(200)
    expect(typed('Support and privacy policy').length).toBeGreaterThan(100)
  })

  it('justifies every permission of the manifests and no other', () => {
    const asked = packages.flatMap(({ manifest }) => [
      ...manifest.permissions,
      ...manifest.optional_permissions,
      ...manifest.optional_host_permissions,
      'content_scripts',
    ])
    const justified = table('Permissions')
    expect(justified.map(({ first }) => first).sort()).toEqual([...new Set(asked)].sort())
    const later = rows.filter(({ asked }) => asked !== 'always').map(({ permission }) => permission)
    for (const { first, rest } of justified) {
      const [text = ''] = rest
      expect(text.length, first).toBeGreaterThan(30)
      expect(text.length, first).toBeLessThanOrEqual(1_000)
      // Encryption is all that the second of the two hosts is about.
      const isOptional = /^Optional|^The same/.test(text)
      expect(isOptional, first).toBe(later.includes(first))
    }
  })

  it('tells reviewers the commands and the Node that are there', () => {
    const told = typed('For reviewers')
    const { scripts, engines } = JSON.parse(read('package.json'))
    expect(told).toContain(`Node ${engines.node.replace('>=', '')} or later`)
    for (const [, name = ''] of told.matchAll(/npm run (\S+)/g))
      expect(scripts).toHaveProperty(name)
    expect(told).toMatch(/^ {2}npm ci\n {2}npm run package$/m)
  })

  it('has pictures in the sizes that the stores ask for', () => {
    const pictures = table('Pictures')
    const drawn = readdirSync(join(root, 'docs/store')).filter((name) => name.endsWith('.png'))
    const named = pictures.map(({ first }) => first)
    expect(named).toEqual(expect.arrayContaining(drawn.map((name) => `docs/store/${name}`)))
    for (const { first, rest } of pictures) {
      const png = readFileSync(join(root, first))
      // PNG (third edition), 11.2.1: width and height are the first of the header chunk.
      expect(`${png.readUInt32BE(16)}×${png.readUInt32BE(20)}`, first).toBe(rest[0])
      expect(png.length, first).toBeLessThan(300 * 1024)
    }
    const sizes = pictures.map(({ rest: [size] }) => size)
    expect(sizes.filter((size) => size === '1280×800')).toHaveLength(5)
    expect([...new Set(sizes)].sort()).toEqual(['1280×800', '128×128', '440×280'])
  })
})
