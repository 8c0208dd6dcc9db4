import browser from 'webextension-polyfill'
import { fromOurExtension } from '../messaging.ts'
import { openPageLibrary } from '../ui/open-page-library.ts'
import { writeExport } from '../ui/write-export.ts'

/** Answers the background with the address of a full backup; the address lives as long as this page. */
browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
  const isAsked =
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    message.name === 'offscreen:backup'
  if (!isAsked || !fromOurExtension(sender)) return undefined
  return writeExport(openPageLibrary(), 'json', undefined).then(({ blob }) =>
    URL.createObjectURL(blob),
  )
})
