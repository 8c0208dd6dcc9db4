import type { NewRecord, Removed } from '../../src/item/record.ts'
import { plural, t } from '../i18n.ts'
import { Disclosure } from './Disclosure.tsx'
import { isBack } from './edit-paper.ts'
import { ruleName } from './rule-name.ts'

/** Each line of the page that is not in the abstract, the rule that removed it, and a button that puts it back. */
export function LeftOut(props: { paper: NewRecord; onPutBack(removed: Removed): void }) {
  const { removed } = props.paper.source
  return (
    <Disclosure name={t('leftOut')}>
      <p class="soft">
        {removed.length === 0 ? t('leftOutNone') : plural('leftOutCount', removed.length)}
      </p>
      <ul class="trail">
        {removed.map((each) => (
          <li>
            <p dir="auto">{each.text}</p>
            <p class="trail-foot">
              <span class="soft">{ruleName(each.rule)}</span>
              {isBack(props.paper.sections, each) ? (
                <span class="soft">{t('isBack')}</span>
              ) : (
                <button
                  type="button"
                  class="quiet"
                  aria-label={t('putBackLine', each.text)}
                  onClick={() => props.onPutBack(each)}
                >
                  {t('putBack')}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
