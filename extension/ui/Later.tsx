import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../i18n.ts'
import { useAnnouncer } from './use-announcer.ts'

/** A component whose code is loaded when it is first shown, or before that when `load` is called. */
export interface Later<Props> {
  (props: Props): preact.JSX.Element | null
  load(): Promise<void>
}

/** Leaves a component's code out of what must be there before the first thing can be shown; until it comes, `Meanwhile` stands in its place, or nothing. */
export function later<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType<Props>,
): Later<Props> {
  let Loaded: ComponentType<Props> | undefined
  let loading: Promise<void> | undefined
  const load = (): Promise<void> => {
    loading ??= read().then(
      (component) => {
        Loaded = component
      },
      (error: unknown) => {
        // The next one who asks tries again.
        loading = undefined
        throw error
      },
    )
    return loading
  }
  function Component(props: Props) {
    const { fail } = useAnnouncer()
    const [, redraw] = useState(Loaded !== undefined)
    useEffect(() => {
      // It may have come between the drawing and this.
      if (Loaded) return redraw(true)
      load().then(
        () => redraw(true),
        (error: unknown) => {
          console.error('Failed to load a part of the page', error)
          fail(t('errorUnexpected'))
        },
      )
    }, [fail])
    const Shown = Loaded ?? Meanwhile
    return Shown ? <Shown {...props} /> : null
  }
  return Object.assign(Component, { load })
}
