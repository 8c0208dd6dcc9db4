/** Words under which pages show the abstract itself, a line for each group of languages. */
export const abstractWords: ReadonlySet<string> = new Set(
  [
    'abstract|abstracts|summary|synopsis|a b s t r a c t|main abstract|article abstract|paper abstract|structured abstract|abstract/description|abstract & keywords|abstract and keywords|abstract and figures|dc.description.abstract|dcterms.abstract',
    'zusammenfassung|kurzfassung|kurzbeschreibung|abstrakt|résumé|résumés|resumé|resume|précis|resumen|resúmenes|resumo|resumos|resum|laburpena|riassunto|sommario|samenvatting',
    'sammanfattning|sammendrag|samandrag|referat|resumé|ágrip|útdráttur|tiivistelmä|kokkuvõte|santrauka|anotācija|kopsavilkums',
    'streszczenie|souhrn|súhrn|abstrakt|povzetek|izvleček|sažetak|rezime|apstrakt|kivonat|összefoglaló|összefoglalás|rezumat|περίληψη|özet|öz',
    'абстракт|аннотация|резюме|реферат|анотація|сажетак|апстракт|анатацыя|түйіндеме|анотация',
    '摘要|中文摘要|英文摘要|内容摘要|提要|文摘|要旨|要約|抄録|和文抄録|英文抄録|アブストラクト|概要|内容記述|초록|국문초록|영문초록|한글초록|국문 초록|영문 초록|요약',
    'الملخص|ملخص|المستخلص|مستخلص|الخلاصة|ملخص البحث|چکیده|תקציר|abstrak|intisari|tóm tắt|บทคัดย่อ|सारांश',
  ].flatMap((line) => line.split('|')),
)

/** What qualifies such a word: its language, in words, brackets or letters. */
const qualifier =
  /\s*(?:[([（][\p{L}\s]{2,20}[)\]）]|[-–—/|]\s*[\p{L}]{2,20}|\s(?:en|de|fr|es|pt|it|ru|zh|ja|en-us)|(?:in|auf|en|em|på|i|in het)\s+[\p{L}]{4,12})$/u

/** What may be switched beside it. */
const control =
  /\s*[([]?\s*(?:(?:show|hide)(?: (?:more|less|all))?|expand|collapse|translate|click to expand|show\/hide|展开|收起|更多|열기\/닫기(?:\s*버튼)?|[▼▲▾▴+−–»›])\s*[)\]]?$/iu

/** Headings of what stands beside an abstract, shares its class and is none. */
const besideHeading =
  /^(?:highlights?|graphical abstract|visual abstract|video abstract|author'?s?'? summary|editor'?s?'? summary|lay (?:summary|abstract)|plain[- ]language (?:summary|abstract)|significance(?: statement)?|popular summary|digest|elife digest|in brief|key (?:points?|messages?|findings)|what is (?:already )?known.*|this week in .*|teaser|translational abstract|impact statement|one[- ]sentence summary|abbreviations.*|social media abstract|tweetable abstract|non-?technical summary|toc graphic|contents entry)\s*[:.]?$/i

/** Headings that end an abstract. */
const afterHeading =
  /^(?:\d{1,2}\.?\s+)?(?:introduction|key ?words?(?: .{0,30})?|index terms.*|author keywords|subject(?:s| (?:terms|headings|areas?))|mesh (?:terms|headings|.{0,20})|substances|publication types|references(?: and notes)?|bibliography|literature cited|cited by.*|citations?|citing articles?|article (?:info(?:rmation)?|history|notes|metrics|outline|menu|data|tools)|author (?:information|affiliations|notes|contributions)|authors?(?: and affiliations)?|affiliations|acknowledge?ments?|funding(?: information| statement)?|conflicts? of interests?(?: statement)?|competing interests?(?: statement)?|declarations?.*|ethics.*|data availability.*|supplement(?:ary|al) (?:materials?|information|data)|supporting information|figures?(?: .{0,30})?|tables?|similar articles|related (?:articles?|content|papers|works?|information|publications)|recommended.*|citation|how to cite.*|cite this.*|copyright.*|rights.*|license|licence|full text(?: links)?|access(?:ibility)?.*|download.*|share.*|comments?|metrics|more|about(?: this.*)?|additional information|publication (?:history|details|dates?)|submission history|bibliographic (?:information|references.*)|document (?:type|information)|jel (?:classification|codes?)|contents|outline|navigation|previous article|next article|see also|links?|linkout.*|pubmed commons|personalised recommendations|notes|tools|search|sign in|log ?in|buy.*|get (?:access|full text).*|preview.*|subjects?|topics?|categories|tags|views|statistics|files?|versions?|history|palabras clave.*|palavras[- ]chave.*|mots[- ]clés.*|schlüsselwörter.*|schlagwörter|literatur|referencias|referências)\s*[:.：]?$/i

/** Chinese and Japanese headings are spaced out to fill a line. */
const isCjk = /^[\u3000-\u9fff\s:：]+$/u

/**
 * True for a text that begins as such headings do, in a page's source too: a look that spares reading the text, which a
 * thousand blocks of a page would cost.
 */
export function mayBeAbstractHeading(source: string): boolean {
  return beginning.test(source)
}

const beginning =
  /^[\s+▼▲▸▾【［[]*(?:\d{1,2}\.\s+)?(?:(?:main|article|paper|english|structured)\s+abs|dc(?:terms)?\.(?:description\.)?abs|abstra|a b s t|summary|synopsis|zusammenf|kurz|r[eé]s[uú]m|pr[eé]cis|laburp|riassun|sommar|samenv|sam+[ae]n|ágrip|útdr|tiivis|kokku|santr|anot|kopsav|[öo]z|streszcz|s[oú][uú]?hrn|povz|izvl|sažet|rezim|rezum|apstr|kivon|összef|περίλ|referat|абстр|аннот|резюм|рефер|анот|сажет|апстр|анатац|түйін|摘|中文|英文|内容|提\s*要|文摘|要|抄録|和文|アブ|概|초록|국문|영문|한글|요약|الم|ملخ|مست|الخ|چک|תק|intisa|t[óo]m t|บทค|सार)/i

/** True for a heading under which the abstract stands, in the languages of the portals we read. */
export function isAbstractHeading(text: string): boolean {
  if (text.length > 60 || !beginning.test(text)) return false
  let words = text
    .replace(/^[+▼▲▸▾\s]+|^\d{1,2}\.\s+/u, '')
    .replace(/^[【［[](.*)[】］\]]$/u, '$1')
    .toLowerCase()
    .normalize('NFC')
  if (isCjk.test(words)) words = words.replace(/\s+/g, '')
  words = words.replace(/\s*[:.：]$/u, '')
  if (abstractWords.has(words)) return true
  const bare = words.replace(control, '').replace(/\s*[:.：]$/u, '')
  return (
    abstractWords.has(bare) ||
    abstractWords.has(bare.replace(qualifier, '').trim()) ||
    abstractWords.has(words.replace(/^english /, ''))
  )
}

/** True for a heading of what is beside the abstract: highlights, lay summaries, digests. */
export function isBesideHeading(text: string): boolean {
  return text.length <= 80 && besideHeading.test(text.replace(/[’‘]/g, "'"))
}

/** True for a heading that ends the abstract. */
export function isAfterHeading(text: string): boolean {
  // What ends in a full stop is a sentence, however it begins (`Access to slate differs by parish.`).
  return (
    text.length <= 80 &&
    !/\p{L}{3,}\.$/u.test(text) &&
    (afterHeading.test(text) || keywordsAlone.test(text))
  )
}

/**
 * True for a note of the paper's first page that stands under an abstract as if it were its last paragraph: `Received
 * 4 May 2011`, `Correspondence: …`, `This is an open access article …`.
 */
export function isNote(text: string): boolean {
  return note.test(text)
}

const note =
  /^(?:\(?(?:received|accepted|revised|published|first published|submitted|available online|posted)\b(?=.{0,60}\d{4})|\W{0,3}to whom correspondence|\W{0,3}these authors contributed|\W{0,3}correspond(?:ence|ing author)|preprint submitted to\b|notes?\s*:|e-?mail\b|(?:academic |handling )?editors?\s*:|(?:how to cite|cite (?:this|as)|citation|copyright|pacs|mathematics subject classification|msc|jel)\b.{0,30}:|funding\s*:|(?:data availability|competing interests?|conflicts? of interest|abbreviations?|author contributions?)\b[^.]{0,20}:|pmid\b|issn\b|doi\b|this (?:is an open[- ]access|article is (?:distributed|licensed|published|included|part))|this work is licensed|(?:to appear|forthcoming) in\b.{3,120}$|(?:accepted|submitted) (?:by|to|for publication in)\b.{3,120}$|this (?:paper|article) (?:was|has been) (?:accepted|handled|edited|recommended)|original content from this work|no rights reserved|(?!.*\b(?:NCT\d|ISRCTN|clinicaltrials|registr))(?:(?:this (?:work|research|study|project|paper)|the (?:work|research|study|project))(?: (?:was|is|has been|were))(?: \w+ly| in part)? (?:supported|funded|financed|sponsored) (?:\w+ly )?(?:by|through|under|from)|(?:partially |partly )?(?:supported|funded|financed|sponsored) (?:in part |partly )?by|(?:the )?authors? (?:gratefully |kindly )?acknowledges? (?:the )?(?:\w+ )?(?:support|funding|grant)|we (?:gratefully )?(?:acknowledge|thank)\b.{0,60}\b(?:support|funding|grant)).{0,300}$)/i

/** True for a line of keywords or classes, or the heading above one. */
export function isKeywords(text: string): boolean {
  return text.length < 5000 && keywords.test(text)
}

/** What a list of keywords is called; a line for each group of languages. */
const keywordWords = [
  '(?:author |index )?key ?words?(?: and phrases)?|index terms|subject (?:terms|areas|headings)|subjects?|research areas?|topics?',
  'jel(?: class(?:ification)?| codes?)?|msc|pacs|acm class',
  'palabras[- ]clave|descriptores|palavras[- ]chave|descritores|unitermos|paraules[- ]clau|mots[- ]cl[eé]s|parole[- ]chiave|cuvinte[- ]cheie',
  'schl(?:ü|ue)sselw(?:ö|oe|o)rte?r?|schlagw(?:ö|oe|o)rte?r?|stichw(?:ö|oe|o)rte?r?|trefwoorden|sleutelwoorden|nyckelord|n[øö]kkelord|n[øö]gleord|emneord|avainsanat|asiasanat|lykilorð|märksõnad',
  'słowa kluczowe|klíčová slova|kľúčové slová|ključne (?:besede|riječi|reči)|кључне речи|kulcsszavak|anahtar (?:kelimeler|sözcükler)|λέξεις[- ]κλειδιά|raktiniai žodžiai|atslēgvārdi',
  'ключевые слова|ключові слова|ключови думи|түйін(?:ді)? сөздер|кілт сөздер',
  '关键词|關鍵詞|关键字|關鍵字|キーワード|주제어|키워드|핵심어|중심어|색인어',
  'الكلمات (?:المفتاحية|الدالة|المفاتيح)|كلمات مفتاحية|کلید ?واژه(?:‌?ها|‌?های)?|واژه(?:‌|\\s)?های کلیدی|کلمات کلیدی|מילות מפתח',
  'kata kunci|từ kh(?:óa|oá)|คำสำคัญ',
].join('|')

/** The same over the list. */
const keywordsAlone = new RegExp(`^(?:${keywordWords})\\s*[:：.]?$`, 'iu')

const keywords = new RegExp(`^(?:${keywordWords})\\s*(?:[:：;.–—-]|$|\\d{4})`, 'iu')

/** True for the name of a language over a text in it: `English`, `[Deutsch]`, `Español:`. */
export function isLanguageName(text: string): boolean {
  return text.length <= 30 && languageName.test(text)
}

const languageName =
  /^[[(]?(?:english|anglais|englisch|ingl[eéê]s|inglese|английский|英文|英語|german|deutsch|allemand|alem[aá]n|french|français|francés|francês|französisch|spanish|español|castellano|espagnol|spanisch|portuguese|português|portugués|italian|italiano|catalan|català|catalán|galego|gallego|euskara|russian|русский|ukrainian|українська|polish|polski|czech|čeština|česky|slovak|slovenčina|slovenian|slovenščina|croatian|hrvatski|serbian|srpski|српски|turkish|türkçe|dutch|nederlands|swedish|svenska|norwegian|norsk|danish|dansk|finnish|suomi|chinese|中文|japanese|日本語|korean|한국어|arabic|العربية|persian|فارسی)(?: (?:version|abstract))?[\])]?\s*:?$/iu

/** True for a heading with which a paper's body, or what hangs on it, begins. */
export function isBodyHeading(text: string): boolean {
  return /^(?:[\dIVX]{1,3}\.?\s+)?(?:introduction|background|main(?: text)?|methods?|materials and methods|results|discussion|references|bibliography|literature cited|at a glance|figures?(?: and tables)?|full text|einleitung|введение|текст научной (?:работы|статьи).*|introducción|introdução)\s*[:.]?$/i.test(
    text,
  )
}
