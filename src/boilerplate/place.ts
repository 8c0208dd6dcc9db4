/** The reason of a line that follows an abstract's last finished sentence: told by its place, not by its words. */
export const belowAbstract = 'after-abstract'

/** The reason of a plain-text page's line that no rule knows and that is no part of the paper. */
export const besideAbstract = 'outside-abstract'

/** The reason of what a portal's own entry calls furniture. */
export const ofPortal = 'portal-furniture'

/** The reason of a second copy of a text: for another width of the screen, or a teaser before the whole. */
export const copy = 'copy'
