import type { TextRule } from './rule.ts'

/** Whole texts that stand where an abstract would and are none. */
export const notAnAbstract: readonly TextRule[] = [
  {
    id: 'no-abstract-available',
    match:
      /^\W*(?:no abstract(?: (?:is |was )?available)?(?: for this (?:article|item|paper))?|abstract (?:is )?not available|(?:this|the) (?:article|paper|item) (?:has|have|does not have) (?:no|an?) abstract|there is no abstract(?: available)?.{0,60}|an abstract is not available for this content.{0,300}|in lieu of an abstract\b[\s\S]{0,20000}|n\/a|none|abstract)\W*$/iu,
    why: 'It says that there is no abstract.',
    strips: [
      'No abstract available.',
      'There is no abstract available for this article.',
      'In lieu of an abstract, here is a brief excerpt of the content: It rained.',
      'Abstract not available',
    ],
    keeps: ['No abstract thought was needed to solve the puzzle.'],
  },
  {
    id: 'access-wall',
    match:
      /^(?:this is a preview of subscription content.{0,200}|access (?:to this (?:article|content|page))?.{0,20}(?:denied|restricted).{0,200}|please (?:log|sign) in.{0,200}|you (?:do not|don.t) have (?:access|permission).{0,200}|to (?:read|view) (?:this|the) (?:article|full|content).{0,200}|an abstract is unavailable\.?.{0,120}|click on the article title to read more\.?)$/iu,
    why: 'The wall in front of the text, not the text.',
    strips: [
      'This is a preview of subscription content, log in to check access.',
      'Click on the article title to read more.',
      'An abstract is unavailable.',
    ],
    keeps: ['Access to clean water differs between districts, and so does disease.'],
  },
  {
    id: 'letter-opening',
    match: /^(?:to the editors?|dear (?:editors?|sirs?|madam)|sirs?|editor)\s*[,:.;—–][\s\S]+$/iu,
    why: 'A letter begins so; what follows is its text.',
    strips: [
      'To the Editor: Gulls came back to the same bollards.',
      'Dear Editor, We read the study of gulls with interest.',
      'Sir—Gulls do not read.',
    ],
    keeps: ['Editors choose what is printed.', 'Sir Isaac measured the comet twice.'],
  },
  {
    id: 'correction-notice',
    match:
      /^(?:the original (?:online |published )?version of this (?:article|paper)\b.{0,80}\b(?:contain|publish|correct|revis|updat|error|mistake)|in the (?:original|published) (?:article|publication|version)\b.{0,200}\b(?:error|mistake|incorrect|missing|wrong))[\s\S]{0,3000}$/iu,
    why: 'A correction says what was wrong in another paper.',
    strips: [
      'The original version of this article unfortunately contained a mistake.',
      'In the original publication the second bollard was given as red, which is incorrect.',
    ],
    keeps: ['The original colour of the bollards was white.', 'In this paper we correct for wind.'],
  },
  {
    id: 'site-slogan',
    match:
      /^(?:.{0,60}\b(?:is|are) (?:(?:a|an|the) )?(?:finding tool|search engine|online (?:library|platform|database|repository)|leading (?:publisher|provider|platform)|peer[- ]reviewed (?:open[- ]access )?journal|(?:the )?world.s (?:largest|leading))\b.{0,400}|(?:search|browse|discover|find|explore|read|download|publish|submit)\b.{0,30}\b(?:millions of|thousands of|all (?:issues|articles)|scientific (?:papers|articles)|articles from)\b.{0,300}|(?:publish|submit) your (?:research|paper|manuscript).{0,300}|join researchgate.{0,300})$/iu,
    why: 'A site’s words about itself were saved as abstracts (zotero/translators#1761).',
    strips: [
      'Search millions of scientific papers and read them online.',
      'ExampleNet is a finding tool for research publications and student theses.',
      'Publish your research with us.',
    ],
    keeps: [
      'Diabetes is a leading cause of blindness.',
      'Find a set of vertices that covers all edges: we give a kernel.',
    ],
  },
  {
    id: 'publication-line',
    match:
      /^(?:[A-Z][^.]{3,80}\.?\s)?(?:\d{4}[;,]\s?)?(?:vol(?:ume)?\.?\s?)?\d{1,4}\s?[(,:].{0,80}(?:pp?\.?\s?\d+.{0,20}|doi:.{0,100}|issn.{0,40})$/u,
    why: 'A citation line is no abstract.',
    strips: ['Journal of Invented Results. 2011; 12(3): 45-67 doi: 10.1000/jir.2011.1'],
    keeps: ['We treated 25 patients (aged 30-60) for pain.'],
  },
]
