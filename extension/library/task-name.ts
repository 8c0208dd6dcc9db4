import type { Task } from '../../src/library/task.ts'
import { plural, t } from '../i18n.ts'

/** What a task does, in the words of a heading. */
export function taskName(task: Task): string {
  switch (task.kind) {
    case 'retag': {
      const from = task.from.join(', ')
      return task.to === undefined ? t('taskUntag', from) : t('taskRetag', from, task.to)
    }
    case 'mark':
      return plural('taskMark', task.ids.length)
    case 'delete':
      return plural('taskDelete', task.ids.length)
    case 'restore':
      return plural('taskRestore', task.ids.length)
    case 'purge':
      return t('taskPurge')
    case 'undo':
      return t('undoing')
  }
}
