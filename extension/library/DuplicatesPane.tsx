import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { plural, t } from '../i18n.ts'
import { errorText } from '../ui/error-text.ts'
import { undoneSentence } from '../ui/undone-sentence.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { useAsk } from '../ui/use-ask.ts'
import { DuplicateCard } from './DuplicateCard.tsx'
import { ProgressLine } from './ProgressDialog.tsx'
import { type DuplicatePair, useWork } from './work.ts'

/** Papers that may be in the library twice, side by side; a person says what they are. */
export function DuplicatesPane() {
  const work = useWork()
  const ask = useAsk()
  const { say, fail } = useAnnouncer()
  const [pairs, setPairs] = useState<DuplicatePair[]>()
  const [progress, setProgress] = useState({ done: 0, of: 0 })
  const [hasFailed, setFailed] = useState(false)
  const looking = useRef<AbortController | undefined>(undefined)
  const look = useCallback(() => {
    // What an earlier look finds may be settled by now.
    looking.current?.abort()
    looking.current = new AbortController()
    const { signal } = looking.current
    work
      .duplicates(signal, (done, of) => setProgress({ done, of }))
      .then(
        (found) => !signal.aborted && setPairs(found),
        (error: unknown) => {
          if (signal.aborted) return
          setFailed(true)
          fail(errorText(error))
        },
      )
  }, [work, fail])
  useEffect(() => {
    look()
    return () => looking.current?.abort()
  }, [look])

  const undo = async (action: string, id: string) => {
    const reply = await ask('undo', { id, action })
    if (!reply.ok) return
    say(reply.value ? undoneSentence(reply.value.kept) : t('nothingToUndo'))
    look()
  }
  const settle = (gone: DuplicatePair, said: string, action: string, id: string) => {
    // A record may stand in another pair too, which is another one now; or in one that was none beside this.
    const [a, b] = gone.records
    const isOfIt = ({ id }: { id: string }) => id === a.id || id === b.id
    const isSettled = ({ records }: DuplicatePair) =>
      action === 'merge' ? records.some(isOfIt) : records.every(isOfIt)
    setPairs((before) => before?.filter((pair) => !isSettled(pair)))
    say(said, () => void undo(action, id))
    look()
  }
  const merge = async (pair: DuplicatePair, fields: { [field: string]: unknown }) => {
    const [a, b] = pair.records
    const reply = await ask('record:merge', { ids: [a.id, b.id], fields })
    if (reply.ok) settle(pair, t('mergedTwo'), 'merge', reply.value.id)
  }
  const keepApart = async (pair: DuplicatePair) => {
    const [a, b] = pair.records
    const ids: [string, string] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
    const reply = await ask('record:keep-apart', { ids })
    if (reply.ok) settle(pair, t('keptApart'), 'keep-apart', ids[0])
  }
  if (!pairs && hasFailed) return null
  if (!pairs)
    return (
      <div class="empty">
        <p>{t('lookingForDuplicates')}</p>
        <ProgressLine label={t('lookingForDuplicates')} {...progress} />
      </div>
    )
  if (pairs.length === 0) return <p class="empty">{t('noDuplicates')}</p>
  return (
    <>
      <p class="list-count">{plural('pairs', pairs.length)}</p>
      <ul class="pairs" aria-label={t('duplicates')}>
        {pairs.map((pair) => (
          <DuplicateCard
            key={pair.records.map(({ id }) => id).join(' ')}
            pair={pair}
            onMerge={(fields) => void merge(pair, fields)}
            onKeepApart={() => void keepApart(pair)}
          />
        ))}
      </ul>
    </>
  )
}
