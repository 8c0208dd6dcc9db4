import type { Page } from './page.ts'

/** Where a page says what sort of article it is: Highwire, Dublin Core, PRISM, Open Graph. */
const typeTag =
  /^(?:citation_article_type|dc(?:terms)?\.type(?:\.articletype)?|prism\.(?:section|aggregationtype|genre)|article:section|citation_section|dc\.subject\.type)$/

const briefType =
  /^(?:letters?|letters? to the editors?|correspondence|repl(?:y|ies)|response|comment(?:ary)?|correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?: note)?|editorials?|editor'?s? note|book[- ]?reviews?|reviews? of books?|obituar(?:y|ies)|in memoriam|news|announcement|preface|foreword)$/i

const briefTitle =
  /^(?:(?:author |publisher )?correction(?: to)?\s*:|corrigend(?:um|a)\b|errat(?:um|a)\b|addendum(?: to)?\s*:|retraction(?: note)?(?: to)?\s*:|retracted:|expression of concern\s*:|editorial(?:\s*:|$)|book reviews?(?:\s*:|$)|obituary\b|in memoriam\b|letters? to the editors?\b|(?:in )?(?:reply|response)(?: to)?\s*:|re:\s)/i

/** True for a letter, a correction, an editorial, a review of a book: what journals print without an abstract. */
export function isBrief({ tags }: Page, title: string | undefined): boolean {
  return (
    (title !== undefined && briefTitle.test(title)) ||
    tags.some(({ name, content }) => typeTag.test(name) && briefType.test(content.trim()))
  )
}
