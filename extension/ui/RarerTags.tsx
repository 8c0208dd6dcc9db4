import { FoundTags } from './FoundTags.tsx'
import type { TagCount } from './library-reader.ts'
import { TagChip } from './TagChip.tsx'

/** The tags that are less used, as buttons. */
export function RarerTags(props: {
  known: readonly TagCount[]
  pressed: readonly string[]
  onToggle(tag: string): void
}) {
  return (
    <FoundTags known={props.known} pressed={props.pressed}>
      {(shown) =>
        shown.map((each) => (
          <TagChip
            key={each.tag}
            {...each}
            pressed={props.pressed.includes(each.tag)}
            onToggle={props.onToggle}
          />
        ))
      }
    </FoundTags>
  )
}
