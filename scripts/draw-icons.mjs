// Renders the icons' PNGs from their SVGs: node scripts/draw-icons.mjs, after a change to icons/*.svg.
import { readFile, writeFile } from 'node:fs/promises'
import { ensurePackages, findBrowser, root } from './set-up.mjs'

// The toolbar shows 16 and 32 pixels, the browser's list of extensions 48, its stores 128.
const icons = { offprint: [16, 32, 48, 128], 'offprint-saved': [16, 32] }

ensurePackages()
const executablePath = await findBrowser()
const { default: puppeteer } = await import('puppeteer')
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const [name, sizes] of Object.entries(icons)) {
  const svg = await readFile(`${root}/icons/${name}.svg`, 'utf8')
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size })
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    )
    const png = await page.screenshot({ omitBackground: true })
    await writeFile(`${root}/icons/${name}-${size}.png`, png)
  }
}
await browser.close()
