// npm run --silent convert -- [--from FORMAT] --to FORMAT [--no-tags] … < IN > OUT: a file of references in another format, by
// the code that the extension runs. What cannot be read is told on stderr with its line, and the exit code is 1; what of a paper
// stays behind is told there too.
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { nodeBundle } from './node-bundle.mjs'
import { checkNode, ensurePackages } from './set-up.mjs'

const usage = `Usage: npm run --silent convert -- [--from FORMAT] --to FORMAT [option …] < IN > OUT
  FORMAT          bibtex, biblatex, csl-json, ris, nbib, csv or json (the full backup); without --from the text tells
  --no-tags       leaves out the reader's tags
  --no-abstracts  leaves out abstracts
  --no-notes      leaves out the reader's notes
  --no-decisions  leaves out decisions and their reasons
  --decisions     writes decisions into BibTeX and BibLaTeX too
  --keywords tags|keyword  whether other programs' keywords are the reader's tags or the publisher's
`

/** A reader that has had enough, as head has, closes the pipe. */
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  checkNode()
  ensurePackages()
  const code = await import(await nodeBundle('convert'))
  const options = readArguments(code.formats)
  if (options === undefined) process.stdout.write(usage)
  else await convertInput(code, options)
} catch (error) {
  process.stderr.write(`convert: ${error.message}\n`)
  if (error.isUsage) process.stderr.write(usage)
  process.exitCode = error.isUsage ? 2 : 1
}

async function convertInput(code, { from, to, read, write }) {
  let broken = 0
  const pieces = code.convert(process.stdin, {
    from,
    to,
    read,
    write,
    at: new Date().toISOString(),
    onBroken(entry) {
      broken += 1
      process.stderr.write(`line ${entry.line}: ${code.brokenText(entry)} ${excerpt(entry.text)}\n`)
    },
    onLoss(loss, line) {
      process.stderr.write(`line ${line}: ${code.lossText(loss)}\n`)
    },
  })
  for await (const piece of gathered(pieces)) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
  if (broken === 0) return
  process.stderr.write(
    `convert: ${broken} ${broken === 1 ? 'entry' : 'entries'} could not be read.\n`,
  )
  process.exitCode = 1
}

/** Each write has a cost, and writers give one entry at a time. */
async function* gathered(pieces) {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < 65_536) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}

/** What was typed; undefined where help is asked for. */
function readArguments(formats) {
  const ids = formats.map(({ id }) => id)
  const { values, positionals } = parsed()
  if (values.help) return undefined
  if (positionals.length > 0)
    throw wrong(`what is "${positionals[0]}"? The file is read from standard input.`)
  const { from, to, keywords } = values
  if (to === undefined) throw wrong('say with --to which format is wanted.')
  for (const id of [from, to]) {
    if (id !== undefined && !ids.includes(id))
      throw wrong(`there is no format "${id}"; there are ${ids.join(', ')}.`)
  }
  if (keywords !== undefined && keywords !== 'tags' && keywords !== 'keyword')
    throw wrong(`--keywords is "tags" or "keyword", not "${keywords}".`)
  const switches = ['tags', 'abstracts', 'notes', 'decisions'].filter((name) => name in values)
  return {
    from,
    to,
    read: keywords === undefined ? {} : { keywords },
    write: Object.fromEntries(switches.map((name) => [name, values[name]])),
  }
}

function parsed() {
  try {
    return parseArgs({
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        keywords: { type: 'string' },
        tags: { type: 'boolean' },
        abstracts: { type: 'boolean' },
        notes: { type: 'boolean' },
        decisions: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      allowNegative: true,
      allowPositionals: true,
    })
  } catch (error) {
    throw wrong(error.message)
  }
}

function wrong(message) {
  return Object.assign(new Error(message), { isUsage: true })
}

/** The first line of what is broken, to be recognised by. */
function excerpt(text) {
  const line = text.trim().split('\n', 1)[0].slice(0, 100)
  return line === '' ? '' : `(${line})`
}
