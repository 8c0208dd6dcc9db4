import { useId } from 'preact/hooks'
import { t } from '../i18n.ts'
import { type Pass, passes, type Settings } from '../settings.ts'
import type { TagCount } from '../ui/library-reader.ts'
import { tagSearch } from '../ui/tag-search.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'

/** Tags that are offered; the rest are found by a search. */
const mostTags = 200

/** Searches that are kept. */
const mostProjects = 50

/** Which papers are reviewed (all, a tag's, those of a search), and whether by title and abstract or by their full texts. */
export function ProjectChoice(props: {
  /** What is searched for beside it; empty where nothing is. */
  search: string
  chosen: string
  tags: readonly TagCount[]
  settings: Settings
  onChoose(search: string): void
  onChange(changed: Partial<Settings>): Promise<void>
}) {
  const { search, chosen, onChange } = props
  const { projects, reviewPass } = props.settings
  const { tell } = useAnnouncer()
  const papers = useId()
  const pass = useId()
  const tags = props.tags.slice(0, mostTags).map(({ tag }) => ({ tag, of: tagSearch(tag) }))
  const isKept = projects.includes(chosen)
  const isTag = tags.some(({ of }) => of === chosen)
  const isShown = chosen === '' || chosen === search || isKept || isTag
  const keep = async () => {
    await onChange({ projects: [chosen, ...projects].slice(0, mostProjects), reviewOf: chosen })
    tell(t('projectKept'))
  }
  const forget = async () => {
    await onChange({ projects: projects.filter((each) => each !== chosen) })
    tell(t('projectForgotten'))
  }
  return (
    <div class="project-choice">
      <label class="unseen" for={papers}>
        {t('reviewOf')}
      </label>
      <select
        id={papers}
        class="field"
        value={chosen}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="">{t('everyPaper')}</option>
        {search !== '' && !projects.includes(search) && (
          <option value={search}>{t('thisSearch', search)}</option>
        )}
        {!isShown && <option value={chosen}>{chosen}</option>}
        {projects.length > 0 && (
          <optgroup label={t('projects')}>
            {projects.map((project) => (
              <option key={project} value={project}>
                {project}
              </option>
            ))}
          </optgroup>
        )}
        {tags.length > 0 && (
          <optgroup label={t('tags')}>
            {tags.map(({ tag, of }) => (
              <option key={of} value={of}>
                {tag}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <label class="unseen" for={pass}>
        {t('reviewPass')}
      </label>
      <select
        id={pass}
        class="field"
        value={reviewPass}
        onChange={(event) => void onChange({ reviewPass: event.currentTarget.value as Pass })}
      >
        {passes.map((each) => (
          <option key={each} value={each}>
            {t(passNames[each])}
          </option>
        ))}
      </select>
      {chosen !== '' && !isTag && (
        <button type="button" class="quiet" onClick={() => void (isKept ? forget() : keep())}>
          {t(isKept ? 'forgetProject' : 'keepProject')}
        </button>
      )}
    </div>
  )
}

const passNames = {
  abstract: 'passAbstract',
  fullText: 'passFullText',
} as const satisfies Record<Pass, string>
