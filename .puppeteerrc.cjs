// Installing puppeteer must never fetch a browser: scripts/set-up.mjs finds or installs one.
module.exports = { skipDownload: true }
