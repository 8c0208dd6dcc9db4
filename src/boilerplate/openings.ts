import type { TextRule } from './rule.ts'

/** What stands glued to the beginning of an abstract and is none of it. */
export const openings: readonly TextRule[] = [
  {
    id: 'abstract-label',
    match:
      /^(?:(?:main\s+|article\s+|paper\s+)?abstract|a b s t r a c t|summary|synopsis|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|sommario|samenvatting|sammanfattning|sammendrag|özet|streszczenie|аннотация|резюме|реферат|摘要|要旨|要約|抄録|초록|الملخص)(?:\s*\((?:[A-Za-z]{2,10}|abstract)\))?(?:\s*[.:：—]+\s*(?=\S)|\s+[–-]\s+(?=\S)|\s*[.:：—–-]*\s*$)/iu,
    why: 'The label names the text; saved with it, it glues itself to the first word (zotero/translators#2997).',
    strips: [
      'Abstract',
      'Abstract: ',
      'ABSTRACT. ',
      'Summary — ',
      'Zusammenfassung: ',
      'Résumé. ',
      '摘要：',
      'Abstract (en): ',
    ],
    keeps: [
      'Abstract interpretation is a theory of sound approximation.',
      'Summary-level statistics, not patient data, were pooled.',
    ],
  },
  {
    id: 'abstract-label-glued',
    match:
      /^(?:Abstract|ABSTRACT|A B S T R A C T|Summary|SUMMARY|Zusammenfassung|Résumé|RÉSUMÉ|Resumen|RESUMEN|Resumo|RESUMO|Riassunto)(?=[\p{Lu}“"«(][\p{Ll}\d])/u,
    why: 'Some pages lose the break between the label and a text that begins with a capital.',
    strips: ['Abstract', 'Summary', 'ABSTRACT'],
    keeps: ['Abstracts were screened twice.', 'Summaryqa is a data set.'],
  },
  {
    id: 'abstract-label-before-sentence',
    match:
      /^(?:Abstract|ABSTRACT|Summary|SUMMARY|Zusammenfassung|Résumé|Resumen|Resumo) (?=(?:The|This|These|We|In|An?|Our|It|To|Here|There|For|Although|While|Despite|Recent|Recently|Many|Most|Both|With|On|As|At|By|From|Background|Objectives?|Purpose|Aims?|Introduction|Context|Motivation|Importance|Wir|Die|Der|Das|Nous|Le|La|Les|El|Los|Se)\b)|^(?:Abstract|ABSTRACT) (?=\p{Lu}\p{Ll}+ \p{Ll}{2,})/u,
    why: 'The label stands before a sentence that begins as sentences do, parted by nothing but a space.',
    strips: ['Abstract ', 'ABSTRACT '],
    keeps: [
      'Abstract algebra has many uses.',
      'Abstract Meaning Representation is a graph.',
      'Summary ROC curves were drawn.',
    ],
  },
  {
    id: 'first-line-of-abstract',
    match:
      /^(?:(?:first page preview|first \d+ words of (?:the )?(?:full text|article))\s*[:.]?\s*|extract\s*[:.]\s*)(?=\S)/iu,
    why: 'Publishers put it before a piece of the body when a paper has no abstract.',
    strips: ['First Page Preview ', 'Extract: '],
    keeps: ['Extraction was done with hexane.'],
  },
]
