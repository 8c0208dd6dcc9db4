/** What a field of a catalogue's record is; `other` has no use here, and tells that the lines are a record. */
export type RecordField =
  | 'title'
  | 'author'
  | 'date'
  | 'abstract'
  | 'container-title'
  | 'volume'
  | 'issue'
  | 'page'
  | 'other'

/**
 * What libraries and repositories call the fields of a record, in the languages of those met: DSpace's full view has
 * the names of Dublin Core, catalogues have words. One line a language or a vocabulary.
 */
const names: Readonly<Record<RecordField, readonly string[]>> = {
  title: [
    'title|main title|document title|article title|paper title|thesis title|title of thesis|title (english)|english title|dc.title|dcterms.title',
    'titel|titre|título|titulo|titolo|tytuł|název|cím|tittel|otsikko|nimeke|başlık|название|заглавие|заголовок|назва|judul|tiêu đề',
    '题名|標題|题目|篇名|タイトル|論文名|제목|논문명|العنوان|عنوان',
  ],
  author: [
    'author|authors|author name|main author|first author|creator|creators|contributor|contributors|written by|dc.contributor.author|dc.creator|dcterms.creator|dcterms.contributor.author',
    'autor|autoren|autorin|verfasser|verfasserin|autor/in|autorin / autor|auteur|auteurs|autores|autor principal|autore|autori|författare|forfatter|forfattere|tekijä|yazar|yazarlar|autorzy|autoři|szerző|szerzők',
    'автор|авторы|автори|penulis|pengarang|tác giả|作者|著者|執筆者|저자|الكاتب|المؤلف|المؤلفون|نویسنده',
  ],
  date: [
    'date|year|issue date|date issued|date of publication|publication date|publication year|year of publication|date published|copyright date|year of defense|defense date|date of defense|date of award|dc.date.issued|dcterms.issued',
    'jahr|erscheinungsjahr|erscheinungsdatum|publikationsdatum|année|date de publication|date de soutenance|año|fecha|fecha de publicación|ano|data|data de publicação|data de defesa|data do documento|anno|data di pubblicazione|rok|rok wydania|utgivningsår|år|yıl|yayın tarihi',
    'год|дата публикации|рік|发表时间|出版日期|出版年|発行日|発行年|발행일|발행년도',
  ],
  abstract: [
    'abstract|abstracts|abstract (english)|abstract/description|dc.description.abstract|dcterms.abstract|description.abstract',
    'zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|sommario|streszczenie|abstrakt|sammanfattning|sammendrag|tiivistelmä|özet',
    'аннотация|реферат|анотація|摘要|中文摘要|抄録|要旨|초록|الملخص|چکیده',
  ],
  'container-title': [
    'journal|journal title|journal name|source title|in journal|periodical|dc.source|dcterms.source|dc.relation.ispartof|dcterms.ispartof|dc.relation.journal',
    'zeitschrift|revue|revista|periódico|rivista|czasopismo|časopis|tidskrift|dergi|журнал|刊名|期刊|期刊名称|雑誌名|収録刊行物|학술지|학술지명|المجلة',
  ],
  volume: ['volume|vol.|band|tome|tomo|том|卷|巻|권|dc.citation.volume'],
  issue: ['issue|number|heft|numéro|número|номер|выпуск|期|号|호|dc.citation.issue'],
  page: ['pages|page|page range|seiten|páginas|страницы|页码|頁次|ページ|dc.citation.pages'],
  other: [
    'type|document type|type of document|item type|publication type|resource type|genre|language|languages|publisher|subject|subjects|subject terms|keyword|keywords|key words|advisor|advisors|adviser|supervisor|supervisors|thesis advisor|committee member|committee members|degree|degree name|degree level|degree grantor|department|faculty|school|institution|university|rights|license|identifier|uri|url|permalink|persistent link|handle|doi|isbn|issn|published in|source|is part of|extent|format|citation|series|collection|collections|appears in collections|conference|notes|description|location|call number|classification|peer reviewed|status',
    'dc.type|dc.language|dc.language.iso|dc.publisher|dc.subject|dc.identifier.uri|dc.identifier.doi|dc.rights|dc.description|dc.contributor.advisor|dc.date.accessioned|dc.date.available|dc.description.degree|dc.description.provenance',
    'sprache|verlag|schlagwörter|schlagworte|betreuer|hochschule|fakultät|institut|dokumenttyp|art der arbeit|langue|éditeur|mots-clés|directeur de thèse|université|idioma|editor|editorial|palabras clave|materia|materias|tipo|tipo de documento|director|universidad|departamento|palavras-chave|orientador|orientadora|instituição|programa|país|lingua|editore|parole chiave|relatore|università|tipo di tesi|język|słowa kluczowe|promotor|språk|nyckelord|utgivare|dil|anahtar kelimeler|danışman|üniversite',
    'язык|издательство|ключевые слова|тип|руководитель|关键词|關鍵詞|机构|基金|分类号|出处|导师|学位|キーワード|言語|出版者|資源タイプ|주제어|발행기관|언어',
  ],
}

const fields = new Map<string, RecordField>()
const byPrecedence = [
  'other',
  'page',
  'issue',
  'volume',
  'container-title',
  'date',
  'abstract',
  'author',
  'title',
] as const
for (const field of byPrecedence)
  for (const name of names[field].flatMap((line) => line.split('|'))) fields.set(name, field)

/**
 * True where a line's first words may be a label, whatever follows: a look that spares reading which of its words are
 * set off.
 */
export function beginsWithLabel(line: string): boolean {
  const words = line
    .slice(0, longest)
    .toLowerCase()
    .split(/[\s:：]+/u)
  let begun = ''
  return words.slice(0, 4).some((word) => {
    begun = begun === '' ? word : `${begun} ${word}`
    return fields.has(begun.replace(/\(s\)$/, ''))
  })
}

/** The longest label, in characters. */
const longest = 50

/** Which field a label names (`Author(s):`, `dc.title`, `Titel`); undefined where it is no label of a record. */
export function recordField(label: string): RecordField | undefined {
  if (label.length > longest) return undefined
  const bare = label
    .toLowerCase()
    .replace(/\s*[:：]\s*$/u, '')
    .replace(/\s*\((?:s|es|en|e\/s)\)$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  return (
    fields.get(bare) ?? fields.get(bare.replace(/\s*[([][\p{L}-]{2,12}[)\]]$/u, '')) ?? undefined
  )
}
