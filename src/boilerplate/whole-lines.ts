import type { TextRule } from './rule.ts'

/** Lines that are a page's own furniture wherever they stand; each pattern covers the whole line. */
export const wholeLines: readonly TextRule[] = [
  {
    id: 'like-button',
    match:
      /^(?:add (?:like|dislike|to saved papers|to (?:my )?(?:favou?rites|bookmarks|library|collections?|reading list))|like|dislike|save(?: (?:article|paper|for later))?|share(?: (?:this|on .{1,20}))?|follow|bookmark|recommend|print|e-?mail(?: (?:this|article))?|cite|download(?: (?:pdf|citation|figure|slide))?|add to cart|get alerts?|permissions?)$/i,
    why: 'The words on a button beside the paper.',
    strips: ['Add like', 'Add dislike', 'Add to saved papers', 'Share', 'Download PDF', 'Cite'],
    keeps: [
      'Add like terms before solving.',
      'Share of renewable energy in 2020',
      'Cite-seeing as a method',
    ],
  },
  {
    id: 'full-text-links',
    match:
      /^(?:full[- ]text (?:links?|available|sources)|free full text(?: available)?|we have located (?:open access text paper )?links? that may give you full text access\.?|(?:view|get|read|find|download) (?:the )?(?:full[- ]?text|full article|pdf|article)(?: (?:at|from|on|pdf).{0,40})?|(?:go to|access) (?:the )?(?:full text|publisher|journal)(?: site)?|links? to full text|publisher full text|read (?:at|on) .{1,40} site)$/i,
    why: 'It points to the paper’s full text.',
    strips: [
      'Full text links',
      'We have located links that may give you full text access.',
      'View full text',
      'Get PDF',
    ],
    keeps: ['Full text screening was done by two reviewers.', 'View fulltext corpora as graphs'],
  },
  {
    id: 'access-help',
    match:
      /^(?:can.?t access (?:the|this) (?:paper|article|content)\?|try logging in through your (?:university|institution).{0,160}|(?:sign|log) ?in(?: .{0,60})?|(?:institutional|shibboleth|openathens) (?:log ?in|sign ?in|access)|access (?:through|via) your (?:institution|university|library|organi[sz]ation).{0,60}|you do not (?:currently )?have access to this (?:content|article).{0,80}|get (?:se{1,2}mless|seamless) 1-tap access through your institution\/university|(?:register|subscribe|create (?:a )?(?:free )?account)(?: (?:now|here|for free|to .{1,40}|with .{1,40}))?|buy (?:this )?article.{0,40}|rent (?:this )?article.{0,40}|purchase (?:pdf|access|(?:this )?article)(?: (?:for|online|now).{0,30})?|forgot(?:ten)? (?:your )?password\??)$/i,
    why: 'Help with logging in belongs to the portal.',
    strips: [
      'Can’t access the paper?',
      'Try logging in through your university/institutional subscription. For a smoother one-click institutional access experience, please use our mobile app.',
      'Get seemless 1-tap access through your institution/university',
      'Sign in',
    ],
    keeps: [
      'Sign-in sheets were counted daily.',
      'Access via your nose to the brain was reviewed in rats.',
      'Register of heart failure patients in Sweden',
      'Purchase access to vaccines by lottery',
    ],
  },
  {
    id: 'app-prompt',
    match:
      /^(?:for the best experience,? use (?:the|our) .{1,40}app|(?:download|get|open in|try|use) (?:the|our) .{0,30}(?:mobile )?app.{0,60}|mobile app image|scan (?:the|this) qr code.{0,60}|(?:available|download) on the app store|get it on google play|read it on the go.{0,40})$/i,
    why: 'An advertisement for the portal’s app.',
    strips: [
      'For the best experience, use the Read mobile app',
      'Mobile app image',
      'Get it on Google Play',
    ],
    keeps: [
      'For the best experience of care, staff were trained.',
      'Use of a mobile app halved waiting times.',
    ],
  },
  {
    id: 'copyright-footer',
    match:
      /^(?:all material on this (?:web)?site is protected by copyright.{0,160}|this (?:web)?site also contains material copyrighted by.{0,80}|(?:copyright(?: notice| policy)?(?=\s*(?:$|©|\(c\)|[12]\d{3}|by |the authors?|held|belongs))|©|\(c\)\s*\d).{0,200}|.{0,120}\ball rights reserved\.?)$/i,
    why: 'A copyright line is no finding.',
    strips: [
      'All material on this website is protected by copyright, Copyright © 1994-2024 by WebMD LLC.',
      'This website also contains material copyrighted by 3rd parties.',
      '© 2024 Example Press',
      'Copyright 2020 by the authors.',
    ],
    keeps: [
      'Copyrightable works were sampled.',
      '(c) cold storage for 24 h',
      'Copyright exceptions for teaching differ between countries.',
    ],
  },
  {
    id: 'licence',
    match:
      /^(?:this (?:is an open[- ]access article|(?:article|work|paper) is (?:an open access article )?(?:distributed|licensed|published|made available) under)|(?:the )?creative commons (?:attribution|public domain)|open access this article is)\b.{0,600}$/i,
    why: 'The licence binds the text; it is none of it.',
    strips: [
      'This is an open access article under the terms of the Creative Commons Attribution License.',
      'This work is licensed under a Creative Commons Attribution 4.0 International License.',
    ],
    keeps: ['This is an open question in graph theory.'],
  },
  {
    id: 'terms',
    match:
      /^(?:by (?:using|continuing to use|accessing|visiting) (?:this|our) (?:service|site|website).{0,120}|terms (?:of (?:use|service)|and conditions|& conditions).{0,40}|privacy(?: (?:policy|notice|statement))?|(?:your )?(?:us )?privacy choices.{0,20}|your california privacy.{0,40}|cookie (?:policy|settings|preferences|notice)|accessibility(?: statement)?|do not sell.{0,50}|(?:we use|this (?:site|website) uses) cookies.{0,200}|legal notice|disclaimer|impressum|imprint|contact us|about us|help|feedback)$/i,
    why: 'Terms, privacy and cookies are the portal’s business.',
    strips: [
      'By using this service, you agree to our terms of use and privacy policy.',
      'Your Privacy Choices Toggle icon',
      'Privacy Policy',
      'We use cookies to improve your experience.',
    ],
    keeps: ['Privacy in federated learning is hard to prove.'],
  },
  {
    id: 'cme-offer',
    match: /^(?:you can now )?(?:claim|earn|get) (?:free )?(?:cme|ce|cpd)\b.{0,100}|claim now$/i,
    why: 'An offer of education credits.',
    strips: ['You can now claim free CME credits for this literature searchClaim now', 'Claim CME'],
    keeps: ['CME credits changed prescribing.'],
  },
  {
    id: 'show-more',
    match:
      /^(?:\.{3}|…)?\s*(?:show|read|see|view|expand|collapse|hide)\s*(?:more|less|all|abstract|full abstract|section)?\s*(?:\.{3}|…|»|›|>|\+|▼|▲)?$/i,
    why: 'The words on a switch that unfolds the text.',
    strips: ['Show more', 'Read more »', '… See more', 'Show abstract'],
    keeps: ['Show more, tell less: teaching by example'],
  },
  {
    id: 'search-and-navigation',
    match:
      /^(?:skip to (?:main )?(?:content|article|navigation)|back to (?:top|results|search.{0,20})|previous(?: article)?|next(?: article)?|(?:previous|next) (?:paper|abstract)|related (?:articles?|papers?|content)|similar (?:articles?|papers?)|search|menu|home|jump to:?.{0,30}|go to:?|search in pubmed|see all|view all)$/i,
    why: 'A way to somewhere else.',
    strips: ['Skip to main content', 'Back to top', 'Similar articles', 'Go to:'],
    keeps: ['Search costs and prices', 'Next-generation sequencing'],
  },
]
