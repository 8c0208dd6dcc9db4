import type { ElementRule } from './rule.ts'

/** Elements that can stand inside a sentence and are no part of it. */
export const inlineFurniture: readonly ElementRule[] = [
  {
    id: 'reference-mark',
    selector:
      'sup:has(a[href*="#"]), sup > a[href*="#"], a.ref-link, a.bibr, a.xref-bibr, a.xref-fn, a.xref-aff, sup.xref, sup.fn, a[data-rid^="bib" i], a[rid^="bib" i], a[data-test="citation-ref"], a.reference-citations, a.showTableEventRef, a[class*="ref-" i][href^="#"], .ref-tip',
    text: /^[^\p{L}]{0,30}\p{L}?[^\p{L}]{0,30}$/u,
    why: 'A reference’s number means nothing without its list; names and years are part of the sentence.',
    strips: ['<sup><a href="#r1">1</a></sup>', '<a class="xref-bibr" href="#r1">[1, 2]</a>'],
    keeps: [
      '<p>10<sup>6</sup> cells</p>',
      '<a href="https://example.org/data">data</a>',
      '<a class="xref-bibr" href="#r1">Marsh, 2014</a>',
    ],
  },
  {
    id: 'screen-reader-only',
    selector:
      '.sr-only, .visually-hidden, .visuallyhidden, .screen-reader-only, .u-visually-hidden, .hidden-print-only, .offscreen',
    why: 'Words for assistive technology about the page’s working.',
    strips: ['<span class="sr-only">opens in a new tab</span>'],
    keeps: ['<span class="reader">text</span>'],
  },
]

/** Elements inside or beside an abstract that are the page's, not the paper's. */
export const pageFurniture: readonly ElementRule[] = [
  ...inlineFurniture,
  {
    id: 'control',
    selector:
      'button, [role="button"], nav, [role="navigation"], [role="toolbar"], [role="dialog"], [role="tooltip"], form label',
    why: 'Something to press, not to read.',
    strips: ['<button>Add like</button>', '<nav><a href="#a">Top</a></nav>'],
    keeps: ['<p>We pressed the button.</p>'],
  },
  {
    id: 'fold-link',
    selector:
      'a[href^="javascript:" i], a[href="#"], a[onclick], a:not([href]):not([name]), span[onclick]',
    text: /^\W{0,3}(?:(?:read|show|see|view) ?(?:more|less|all)|more|less|expand|collapse|展开(?:更多|全部)?|展開|收起|更多|もっと見る|閉じる|더보기|접기|mehr(?: anzeigen)?|weniger|(?:voir|afficher) (?:plus|moins)|lire la suite|(?:ver|leer|mostrar) (?:más|menos)|(?:ver|ler|leia|mostrar) (?:mais|menos)|ещё|показать (?:полностью|ещё)|свернуть|pokaż więcej|visa mer|les mer|vis mer|læs mere|lees meer|عرض المزيد|devamını oku)\W{0,3}$/iu,
    why: 'A link that goes nowhere and folds a text: its words may stand in mid-sentence.',
    strips: ['<a href="javascript:;">展开更多</a>', '<a href="#" class="t">(more)</a>'],
    keeps: ['<a href="https://example.org/more">more</a>', '<a href="#">more data</a>'],
  },
  {
    id: 'figure',
    selector:
      'figure, figcaption, .fig, .figure, .graphical-abstract, .graphicalAbstract, .thumb, .fig-caption, .highwire-figure, [class*="graphical-abstract" i]',
    why: 'A figure’s caption is not the abstract’s text.',
    strips: ['<figure><figcaption>Fig. 1</figcaption></figure>'],
    keeps: ['<p>Figure skating injuries</p>'],
  },
  {
    id: 'share-and-metrics',
    selector:
      '.share, .sharing, .social, .social-share, .addthis_toolbox, .altmetric-embed, .metrics, .article-metrics, .article-tools, .toolbar, .tooltip, .popup, .advert, .advertisement, .ad-slot, .banner, .cookie, .breadcrumb, .breadcrumbs, .pagination',
    why: 'Sharing, counting and advertising are the portal’s.',
    strips: ['<div class="social-share">Tweet</div>', '<div class="article-tools">Print</div>'],
    keeps: ['<p class="sharehold">text</p>'],
  },
  {
    id: 'section-link',
    selector:
      '.section-nav, .article-section__nav, .jumplink, .jump-link, .js-jumplist, .goto, .goto-link, .toc, .table-of-contents, .nav-tabs, .tabs, .back-to-top, a.anchor, a.headerlink, .anchorjs-link',
    why: 'A way to another place in the page.',
    strips: ['<a class="anchor">#</a>', '<div class="goto">Go to:</div>'],
    keeps: ['<p class="total">text</p>'],
  },
  {
    id: 'keyword-list',
    selector:
      '.keywords, .kwd-group, .keyword-group, .article-keywords, .abstract-keywords, .KeywordList, .keyword-list, #keywords, [class~="kwd"], .keywords-section, .hlFld-KeywordText, .article__keyword',
    why: 'Keywords are a field of their own.',
    strips: ['<div class="keywords">bees, wasps</div>'],
    keeps: ['<p class="key">text</p>'],
  },
]
