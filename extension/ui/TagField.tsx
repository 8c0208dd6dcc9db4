import { useEffect, useId, useRef } from 'preact/hooks'
import { longestTag } from '../../src/library/tags.ts'
import { number, plural, t } from '../i18n.ts'
import { tooLongTags } from './tag-completion.ts'
import { type TagBoxOf, useTagBox } from './use-tag-box.ts'

/** A paper's tags: a chip each with a button that takes it off, and a box that completes from the library's tags. */
export function TagField({ focus = false, ...of }: TagBoxOf & { focus?: boolean }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const box = useTagBox(of)
  const isTooLong = tooLongTags(box.text) !== ''
  const open = box.offered.length > 0
  const optionId = (at: number) => `${id}-option-${at}`
  useEffect(() => {
    if (focus) input.current?.focus()
  }, [focus])
  const remove = (tag: string) => {
    of.onRemove(tag)
    input.current?.focus()
  }
  return (
    <div class="labelled">
      <label for={id}>{t('tags')}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips only goes on to the box */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the box itself */}
      <div class="field tag-field" onClick={() => input.current?.focus()}>
        {of.tags.length > 0 && (
          <ul class="chips" aria-label={t('tagsOfPaper')}>
            {of.tags.map((tag) => (
              <li key={tag} class="chip tag">
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  class="chip-remove"
                  aria-label={t('removeTag', tag)}
                  onClick={() => remove(tag)}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open && box.active >= 0 ? optionId(box.active) : undefined}
          placeholder={t('addTag')}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          aria-invalid={isTooLong}
          value={box.text}
          onInput={(event) => box.type(event.currentTarget.value)}
          onKeyDown={box.press}
          onBlur={box.leave}
        />
      </div>
      {isTooLong && (
        <p role="alert" class="trouble">
          {t('tagTooLong', number(longestTag))}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        class="options"
        aria-label={t('tagsInLibrary')}
        hidden={!open}
      >
        {box.offered.map(({ tag, count }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={tag}
            id={optionId(at)}
            role="option"
            aria-selected={at === box.active}
            class="option"
            // Keeps the focus in the box, so that a click is not first a blur that adds what was typed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => box.choose(tag)}
          >
            <bdi>{tag}</bdi>
            <span class="soft" aria-hidden="true">
              {number(count)}
            </span>
            <span class="unseen">{plural('papers', count)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
