/** The reason of a line that follows an abstract's last finished sentence: told by its place, not by its words. */
export const belowAbstract = 'after-abstract'

/** The reason of a plain-text page's line that no rule knows and that is no part of the paper. */
export const besideAbstract = 'outside-abstract'
