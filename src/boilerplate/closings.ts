import type { TextRule } from './rule.ts'

/** What stands glued to the end of an abstract and is none of it. Applied until none matches. */
export const closings: readonly TextRule[] = [
  {
    id: 'publisher-copyright',
    match:
      /(?:(?:[Cc]opyright|COPYRIGHT|[Cc]rown [Cc]opyright)(?: ?(?:©|\([Cc]\)))?,? ?(?:the authors?\b|The Authors?\b|\d{4}\b|by )|[©℗] ?(?:[\p{Lu}\d]|the authors?\b)|\([Cc]\) ?(?:[12]\d{3}\b(?! [a-z])|The Author))[^\n]{0,240}$/u,
    why: 'A copyright line is no finding, and poisons text mining (materialsintelligence/matscholar-web#108).',
    strips: [
      ' © 2019 Elsevier B.V. All rights reserved.',
      ' Copyright © 2020 The Authors. Published by Elsevier Inc.',
      ' (c) 2015 Wiley Periodicals, Inc.',
      ' © The Author(s) 2021.',
    ],
    keeps: [
      'We surveyed copyright policies.',
      'Works are protected by copyright by default in most countries.',
      'Samples were held at (a) 300 K, (b) 900 K and (c) 1500 K.',
      'Conditions were (a) control, (b) heat and (c) cold.',
      'Groups were (a) young, (b) adult and (c) 1980 births.',
    ],
  },
  {
    id: 'rights-reserved',
    match: /(?:(?<=[.!?] )[^.\n]{1,60} )?all rights reserved\.?$/iu,
    why: 'A legal notice, not a finding.',
    strips: [' All rights reserved.'],
    keeps: ['Minorities hold rights that are reserved by treaty.'],
  },
  {
    id: 'society-database-notice',
    match:
      /\((?:PsycINFO|PsycInfo|APA PsycInfo) Database Record[^()]{0,80}(?:\([^()]{0,40}\)[^()]{0,60})?\)\.?$/iu,
    why: 'The database signs the texts that it lends.',
    strips: [
      ' (PsycINFO Database Record (c) 2016 APA, all rights reserved).',
      ' (PsycInfo Database Record (c) 2020 APA, all rights reserved).',
    ],
    keeps: ['We searched PsycINFO (database record identifiers were kept).'],
  },
  {
    id: 'read-more',
    match:
      /[[(]?(?:(?<=^|[\s.…\])[(])(?:read more|show more|show less|see more|view more|read less|view full text|read the full text|read full article|continue reading|more ?(?:»|>>|▼)|less ?(?:«|<<|▲))) ?(?:[\])]|\.{3}|…|»|>>|>|→)?$/iu,
    why: 'The words on a button.',
    strips: [' Show more', ' Read more', ' [Read more]', ' View full text', ' Show less'],
    keeps: ['Older readers read more slowly.', 'Pupils could read more books.'],
  },
  {
    id: 'read-more-elsewhere',
    match:
      /(?:(?<=[。．.…!?)\]”"»] ?)(?:(?:查看)?更多(?: ?(?:»|>>|>))?|收起|展开(?:更多|全部)?|展開|もっと見る|더보기|접기|mehr(?: anzeigen)?|weniger|voir plus|afficher plus|lire la suite|ver más|leer más|mostrar mais|leia mais|ещё|показать полностью|pokaż więcej|visa mer|les mer|vis mer|læs mere|lees meer|عرض المزيد|devamını oku|expand abstract|collapse abstract|[[]less[\]]|hide))$/iu,
    why: 'The words on a button, in other languages.',
    strips: [
      '更多',
      '查看更多>>',
      ' Mehr anzeigen',
      ' Voir plus',
      ' Ver más',
      ' Показать полностью',
    ],
    keeps: ['Wir wollen mehr', 'これ以上は更多'],
  },
  {
    id: 'funding-sentence',
    match:
      /(?<=[.!?)] )(?:This|The) (?:work|research|study|project) (?:was|is|has been)(?: \w+ly| in part)? (?:supported|funded|financed|sponsored) (?:\w+ly |in part )?by (?:(?!NCT\d|ISRCTN|ClinicalTrials)[^.]|\.(?=\p{Lu}?[\p{L}\d])|(?<=\b(?:no|nos|grant|St|U\.S|U|Nat|Natl))\.){1,300}\.?$/u,
    why: 'Who paid is no finding; a field of its own in PubMed.',
    strips: [
      ' This work was supported by the Invented Research Council (grant no. 4410-22).',
      ' The study was funded in part by the Ministry of Slates.',
    ],
    keeps: [
      'The study was funded by growers. They had no part in it.',
      'The trial was sponsored by growers and registered as NCT00004410.',
    ],
  },
  {
    id: 'keywords-tail',
    match:
      /(?<=\s)(?:key ?words?|palabras clave|palavras-chave|descriptores|descritores|unitermos|paraules clau|mots[- ]clés|parole chiave|schlüsselwörter|schlagwörter|słowa kluczowe|anahtar kelimeler|ключевые слова) ?: [^\n]{1,400}$/iu,
    why: 'Keywords are a field of their own.',
    strips: [' Keywords: bees; wasps; ants', ' Key words: sorption, zeolite.'],
    keeps: ['We compared key words of both authors.'],
  },
  {
    id: 'doi-tail',
    match: /\(?(?:doi ?: ?|https?:\/\/(?:dx\.)?doi\.org\/)10\.\d{4,9}\/[^\s()]{1,120}\)?\.?$/iu,
    why: 'The paper’s identifier is a field of its own.',
    strips: [' doi: 10.1000/xyz123', ' https://doi.org/10.1000/xyz123.'],
    keeps: [
      'Data are at the repository named in the supplement.',
      'The code is available at https://doi.org/10.5281/zenodo.123456.',
    ],
  },
  {
    id: 'footnote-jump',
    match: /[↑^]? ?(?:(?<=^|\s)(?:back to top|return to top|top of page|go to top))$/iu,
    why: 'A link back to the top of the page.',
    strips: [' Back to top', ' Top of page'],
    keeps: ['Runners came back to the top.'],
  },
  {
    id: 'translation-offer',
    match:
      /[[(]?(?:[Aa]bstract )?(?:[Aa]vailable|\[available) (?:from the publisher )?in (?:other languages|[A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+){0,3})\.?[\])]?$/u,
    why: 'A note about other versions of the text (zotero/translators#1662).',
    strips: [
      ' Available in other languages',
      ' [Abstract available in German and French]',
      ' [available from the publisher in German]',
    ],
    keeps: ['Treatment was available in rural clinics.', 'The drug is available in Europe.'],
  },
  {
    id: 'own-citation',
    match:
      /(?<=[.!?] )(?:© ?\d{4} )?\p{Lu}[\p{L} .&:,()-]{3,80} \d{1,4}(?: ?\(\d{1,3}\))? ?[:;,] ?[\dA-Za-z]{1,8}[-–][\dA-Za-z]{1,8}(?:, ?|; ?| ?\()[12]\d{3}\)?\.?$/u,
    why: 'Old pages close the abstract with the paper’s own citation.',
    strips: [' Invented Conservation 108:174–180, 2016.', ' J. Test. Roofs 12(3): 45-67 (2011).'],
    keeps: ['We ran it on the years 1990–2005, 2010.', 'Doses of 10:20–30 were given in 2011.'],
  },
  {
    id: 'citation-tail',
    match:
      /(?<=^|\s)(?:cite this article|how to cite(?: this article)?|please cite this (?:article|paper) as|this article is cited by)\b[^\n]{0,300}$/iu,
    why: 'Instructions for citing follow some abstracts without a break.',
    strips: [' How to cite this article: Doe J. J Test 2011;1:1.', ' Cite this article'],
    keeps: [
      'We asked which papers authors cite.',
      'Researchers rarely know how to cite software. We give five rules for it.',
    ],
  },
]
