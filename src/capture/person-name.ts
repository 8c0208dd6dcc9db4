/** Words of headings, buttons and affiliations, of which names have none; people are called Page, Press, Read and Case. */
const notInNames = new Set(
  `abstract access accepted account acknowledgements additional advanced affiliation affiliations alert alerts all
  annual archive archives article articles available author authors background biography books browse by center
  centre chapter chapters citation citations cite cited citing college comment comments communication conclusion
  conclusions contact content contents copyright corresponding current data date department details digital
  discussion document documents doi download downloads edited editor editorial editors email epub equations export
  facebook faculty favorites feedback figure figures file files first follow format free from full get google
  graphical guest guidelines help highlights history home hospital how html image images impact in index info
  information institute institution institutional introduction invited issue issues item items journal journals
  keywords language last latest letter letters library licence license links linkedin list log login logout main
  material materials member members menu method methods metrics more most navigation network news newsletter next
  notes number of office online open options order original outline pages paper papers pdf permissions policy
  popular posted preface preprint preview previous print privacy proceedings profile publication publications
  publish published publisher purchase quick rapid recent received recommend recommended record reference
  references register related report reports reprints request research resources results review reviews revised
  rights rss sample save saved scholar school science search section see select send settings share show sign site
  skip society source special standard statistics statement status submission submit subject subjects subscribe
  subscription summary supplement supplementary support supporting table tables terms text the this title to tools
  top topic topics track twitter university unlock update updated user version view views volume volumes website
  weekly welcome with wos your cart browser cookies dept laboratory lab division unit group editorials featured
  multimedia video audio slides poster collection collections laboratoire institut universität université
  universidad universidade università universitat faculté facultad faculdade departamento département dipartimento
  école escola escuela klinik abteilung lehrstuhl istituto instituto akademie academia academy national
  international inc ltd gmbh corp museum ministry add correct monitor error errors change changes watch compare
  rate create manage go find use why who make set try learn join give donate import basket similar also peer team
  conflict interest availability reserved release`
    .split(/\s+/)
    .filter(Boolean),
)

/** Particles of family names, as they stand inside a name. */
const particle =
  /^(?:von|van|vom|zu|zum|zur|der|den|de|del|della|degli|di|da|das|do|dos|du|des|la|le|les|el|al|bin|ibn|ben|ter|ten|te|und|y|e|af|av|op|'t|d’|d')$/iu

const initials = /^(?:\p{Lu}\p{M}*\.?-?){1,4}$/u
const word = /^(?:\p{Lu}|['’]\p{L}|[\p{Ll}]['’]\p{Lu}|(?:al|el)-\p{Lu})[\p{L}\p{M}'’.-]*$/u

/** True for a text that reads as one person's name: two to six words with capitals, initials and particles, nothing else. */
export function readsAsPerson(text: string): boolean {
  if (text.length < 3 || text.length > 70 || /[\d@:;/!?"“”()[\]{}<>|=+_&]/.test(text)) return false
  // Chinese, Japanese and Korean names have no capitals and often no space.
  if (/^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}・\s]{2,16}$/u.test(text))
    return text.replace(/\s/g, '').length <= 8
  const words = text.split(/[\s,]+/).filter(Boolean)
  if (words.length < 2 || words.length > 7) return false
  let whole = 0
  for (const each of words) {
    if (notInNames.has(each.toLowerCase().replace(/\.$/, ''))) return false
    if (initials.test(each)) {
      // `ANNA LI` in capitals throughout.
      if (/^\p{Lu}{3,}$/u.test(each)) whole++
      continue
    }
    if (particle.test(each)) continue
    if (!word.test(each)) return false
    whole++
  }
  return whole >= 1
}

/** True for a name with something that headings do not have: initials, or a degree after a comma. */
export function hasInitials(text: string): boolean {
  return text
    .split(/[\s,]+/)
    .some((each) => initials.test(each) && !/^(?:II|III|IV|VI)$/.test(each))
}
