/** Where reference managers keep a reader's note, ours first; `note` is printed by styles, but says nothing else. */
export const noteFields = ['annote', 'annotation', 'comment', 'review', 'notes', 'note']

/** Groups of JabRef and folders of Mendeley are a reader's own, like tags. */
export const tagFields = ['mendeley-tags', 'groups', 'mendeley-groups']

/** What parts of a title are joined by: the first two stand in the first field's variable. */
export const subtitles: readonly [title: string, subtitle: string][] = [
  ['title', 'subtitle'],
  ['booktitle', 'booksubtitle'],
  ['journaltitle', 'journalsubtitle'],
]
