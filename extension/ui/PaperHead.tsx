import type { NewRecord } from '../../src/item/record.ts'
import { day, t } from '../i18n.ts'
import { byLine, pageLink } from './by-line.ts'
import { InlineMarkup } from './InlineMarkup.tsx'
import type { Marked } from './marks.ts'

interface PaperHeadProps extends Marked {
  paper: NewRecord
  /** ISO 8601, where it is to be said. */
  savedAt?: string
}

/** A paper's title, by-line with a link to its page, and publication types. */
export function PaperHead({ paper, savedAt, ...marked }: PaperHeadProps) {
  const { title } = paper.item
  const link = pageLink(paper.source.url)
  const parts = [...byLine(paper), ...(savedAt === undefined ? [] : [t('savedOn', day(savedAt))])]
  return (
    <header class="paper-head">
      <h2 class="title">
        {title === undefined ? t('untitled') : <InlineMarkup text={title} {...marked} />}
      </h2>
      <p class="by">
        <bdi>{parts.join(' · ')}</bdi>
        {link && parts.length > 0 && ' · '}
        {link && (
          <a href={link.href} target="_blank" rel="noopener noreferrer">
            {link.host}
          </a>
        )}
      </p>
      {paper.publicationTypes.length > 0 && (
        <ul class="chips" aria-label={t('publicationTypes')}>
          {paper.publicationTypes.map((type) => (
            <li key={type} class="chip">
              {type}
            </li>
          ))}
        </ul>
      )}
    </header>
  )
}
