import { fold, isAscii } from './fold.ts'

/** Two letters for one sound: Greek ου is `ou`, Armenian ու is `u`. */
const greekOu = /(?<=[Οο])[Υυ]/g
const armenianU = /([Ոո])[Ււ]/g

/**
 * Letters and what is written for them: Cyrillic as passports write it (ICAO 9303, simplified to plain ASCII), Greek
 * (ISO 843 type 2), Georgian (national system of 2002), Armenian, Hebrew and Arabic without signs that ASCII has not.
 */
const letters = new Map(
  pairs(
    'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ' +
      'і=i є=ie ґ=g ђ=dj ћ=c љ=lj њ=nj џ=dz ј=j ѕ=dz ' +
      'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ' +
      'ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h ' +
      'ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f ' +
      'א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=h ט=t י=y כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=e פ=p ף=f צ=ts ץ=ts ק=q ר=r ש=sh ת=t ' +
      'ا=a أ=a إ=i آ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y ى=a ة=a ء= ؤ=w ئ=y پ=p چ=ch ژ=zh گ=g ک=k ی=y',
  ),
)

/** Hiragana in Hepburn's way; `~` is before a small letter that changes the one in front, `+` doubles what follows. */
const kana = new Map(
  pairs(
    'あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko さ=sa し=shi す=su せ=se そ=so た=ta ち=chi つ=tsu て=te と=to な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho ま=ma み=mi む=mu め=me も=mo や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ん=n ' +
      'が=ga ぎ=gi ぐ=gu げ=ge ご=go ざ=za じ=ji ず=zu ぜ=ze ぞ=zo だ=da ぢ=ji づ=zu で=de ど=do ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ゔ=vu ' +
      'ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゃ=~ya ゅ=~yu ょ=~yo っ=+',
  ),
)

/** The parts of a Hangul syllable in the order of their code points, in the Revised Romanization of 2000. */
const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

/**
 * Text in plain Latin letters as far as they can be told from the letters alone: without diacritics, and Cyrillic, Greek,
 * Georgian, Armenian, Hebrew, Arabic, Hangul and kana written in ASCII, capitals kept. All else stays as it is, Han
 * characters among it, and kana beside them: how they are read takes a dictionary of hundreds of kilobytes.
 */
export function transliterate(text: string): string {
  if (isAscii(text)) return text
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(greekOu, 'u')
    .replace(armenianU, (_, first) => (first === 'ո' ? 'u' : 'U'))
    .replace(/[\p{Script=Han}\u3041-\u3096\u30a1-\u30fa\u30fc]+/gu, kanaOf)
    .replace(/[\uac00-\ud7a3]/g, hangulOf)
  return Array.from(plain, letterOf).join('')
}

function letterOf(letter: string): string {
  if (isAscii(letter)) return letter
  const small = fold(letter)
  const latin = letters.get(small) ?? small
  if (!isAscii(latin)) return letter
  return letter === letter.toLowerCase() ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1)
}

function kanaOf(run: string): string {
  if (/\p{Script=Han}/u.test(run)) return run
  return Array.from(run, (each) => {
    const code = each.charCodeAt(0)
    return kana.get(code > 0x30a0 ? String.fromCharCode(code - 0x60) : each) ?? ''
  })
    .join('')
    .replace(/(sh|ch|j)i~y/g, '$1')
    .replace(/i~y/g, 'y')
    .replace(/\+ch/g, 'tch')
    .replace(/\+([a-z])/g, '$1$1')
    .replace(/[~+]/g, '')
}

function hangulOf(syllable: string): string {
  const n = syllable.charCodeAt(0) - 0xac00
  return `${initials[Math.floor(n / 588)]}${vowels[Math.floor((n % 588) / 28)]}${finals[n % 28]}`
}

function pairs(text: string): [string, string][] {
  return text.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)])
}
