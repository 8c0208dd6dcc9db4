import { useEffect, useState } from 'preact/hooks'
import { identifiersOf } from '../../src/item/identifier.ts'
import type { LibraryRecord } from '../../src/item/record.ts'
import { t } from '../i18n.ts'
import { errorText } from './error-text.ts'
import { fieldName } from './field-names.ts'
import { plainText } from './inline-markup.ts'
import { useShell } from './shell.ts'
import { useAnnouncer } from './use-announcer.ts'

/** A field that says which paper it is. */
type IdentifyingField = 'DOI' | 'PMID' | 'PMCID'

/** True for a field by which another paper can be met. */
export function isIdentifying(field: string): field is IdentifyingField {
  return field === 'DOI' || field === 'PMID' || field === 'PMCID'
}

/** Says that another paper in the library has the identifier in a box, with a link to that paper. */
export function HeldByAnother(props: {
  field: IdentifyingField
  text: string
  /** The record whose box it is. */
  recordId: string | undefined
}) {
  const { field, recordId } = props
  const { library } = useShell()
  const { fail } = useAnnouncer()
  const [identifier] = identifiersOf({ type: 'document', [field]: props.text })
  const [other, setOther] = useState<LibraryRecord>()
  useEffect(() => {
    let here = true
    setOther(undefined)
    if (identifier === undefined) return
    library.holders([identifier]).then(
      (found) => here && setOther(found.find(({ id }) => id !== recordId)),
      (error: unknown) => here && fail(errorText(error)),
    )
    return () => {
      here = false
    }
  }, [identifier, recordId, library, fail])
  if (!other) return null
  return (
    <p>
      {t('heldByAnother', fieldName(field))}{' '}
      <a href={`../library/index.html#${other.id}`} target="_blank" rel="noopener">
        <bdi>{plainText(other.item.title ?? t('untitled'))}</bdi>
      </a>
    </p>
  )
}
