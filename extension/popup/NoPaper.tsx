import { useState } from 'preact/hooks'
import type { Capture } from '../../src/capture/page-kind.ts'
import { t } from '../i18n.ts'
import { OfferedPaper } from './OfferedPaper.tsx'

/** A page that shows no paper: one line that says so, and a way to take it all the same, begun already where a draft is. */
export function NoPaper(props: {
  capture: Capture
  /** True where an earlier popup left what was typed into the form. */
  drafted: boolean
  onSave(capture: Capture): Promise<boolean>
  onOpenRecord(id: string): void
}) {
  const [taken, setTaken] = useState(props.drafted)
  if (taken)
    return (
      <OfferedPaper {...props} bare keepsSelection={!props.drafted} reason={t('takenAnyway')} />
    )
  return (
    <div class="empty">
      <p>{t(lineOf(props.capture))}</p>
      <button type="button" onClick={() => setTaken(true)}>
        {t('takeAnyway')}
      </button>
    </div>
  )
}

function lineOf({ kind, reason }: Capture) {
  return reason === 'other-work' ? 'noPaperOtherWork' : lines[kind]
}

const lines = {
  abstract: 'noPaper',
  'fulltext-with-abstract': 'noPaper',
  list: 'noPaperList',
  'not-paper': 'noPaper',
  blocked: 'noPaperBlocked',
  shell: 'noPaperShell',
} as const satisfies { [K in Capture['kind']]: string }
