import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  familyOf,
  nameInverted,
  namesInBrief,
  nameToText,
  parseName,
  parseNameList,
  sameName,
} from '../../src/item/name.ts'
import { growsLinearly, repeated, untilMeasured } from '../support/grows.ts'

/** Family, given, non-dropping particle, suffix, dropping particle; `=` before a body. */
function brief(text: string): string {
  const name = parseName(text)
  if (!name) return 'none'
  if (name.literal !== undefined) return `=${name.literal}`
  return [
    name.family,
    name.given,
    name['non-dropping-particle'],
    name.suffix,
    name['dropping-particle'],
  ]
    .map((part) => part ?? '')
    .join('|')
    .replace(/\|+$/, '')
}

describe('parseName', () => {
  it.each([
    ['Smith, Jane', 'Smith|Jane'],
    ['Jane Smith', 'Smith|Jane'],
    ['Jane A. B. Smith', 'Smith|Jane A. B.'],
    ['J. A. Smith', 'Smith|J. A.'],
    ['JA Smith', 'Smith|JA'],
    ['Smith JA', 'Smith|JA'],
    ['Roe J. A.', 'Roe|J. A.'],
    ['Roe J.', 'Roe|J.'],
    ['García-Roe M. J.', 'García-Roe|M. J.'],
    ['Берегов А. А.', 'Берегов|А. А.'],
    ['Берегов А.А.', 'Берегов|А.А.'],
    ['БЕРЕГОВА МАРИЯ ПЕТРОВНА', 'Берегова|Мария Петровна'],
    ['YILDIZ İBRAHİM', 'İbrahim|Yildiz'],
    ['Emine DİNÇER', 'Dinçer|Emine'],
    ['LE GALL Maëlle', 'Le Gall|Maëlle'],
    ['VAN DER MEER Anna', 'Meer|Anna|van der'],
    ['DE LA PEÑA José', 'Peña|José|de la'],
    ['Ana dos Prados e Lima', 'Prados e Lima|Ana|dos'],
    ['Jan Novotný, CSc.', 'Novotný|Jan'],
    ['doc. RNDr. Petr Novotný, Ph.D.', 'Novotný|Petr'],
    ['Prof. Dr. med. Hans Ahrens', 'Ahrens|Hans'],
    ['Dipl.-Ing. Robin Ahrens', 'Ahrens|Robin'],
    ['Ing Ahrens', 'Ahrens|Ing'],
    ['Smith J-P', 'Smith|J-P'],
    ['van der Berg JA', 'Berg|JA|van der'],
    ['Ludwig van Beethoven', 'Beethoven|Ludwig|van'],
    ['Jan van der Berg', 'Berg|Jan|van der'],
    ['van der Berg, Jan', 'Berg|Jan|van der'],
    ['Humboldt, Alexander von', 'Humboldt|Alexander|||von'],
    ['Vincent Van Gogh', 'Van Gogh|Vincent'],
    ['Maria de la Cruz', 'Cruz|Maria|de la'],
    ['Fahd Al Mulla', 'Al Mulla|Fahd'],
    ['Zhao, Jun', 'Zhao|Jun'],
    ['Amartya K. Sen', 'Sen|Amartya K.'],
    ['Roe, John, sen.', 'Roe|John||sen.'],
    ['ELISABETH A. INNES', 'Innes|Elisabeth A.'],
    ['MARIAMA SOW', 'Sow|Mariama'],
    ['ANNA LI', 'Li|Anna'],
    ['SMITH J. A.', 'Smith|J. A.'],
    ['Diego A. Contreras Peña', 'Contreras Peña|Diego A.'],
    ['S. Ó Gallchobhair', 'Ó Gallchobhair|S.'],
    ['Берегов Игорь Павлович', 'Берегов|Игорь Павлович'],
    ['Игорь Павлович Берегов', 'Берегов|Игорь Павлович'],
    ['欧阳晓', '欧阳|晓'],
    ['Ravnsen, Jens MD', 'Ravnsen|Jens'],
    ['Smith, JA MD', 'Smith|JA MD'],
    ['Sami L. Gottlieb, MD, MSPH', 'Gottlieb|Sami L.'],
    ['Gottlieb, Sami, MSPH', 'Gottlieb|Sami'],
    ['Jean Paul  Malrieu,*,‡ and', 'Malrieu|Jean Paul'],
    ['José Ortega y Gasset', 'Ortega y Gasset|José'],
    ['García Márquez, Gabriel José', 'García Márquez|Gabriel José'],
    ['Smith, John, Jr.', 'Smith|John||Jr.'],
    ['Smith, Jr., John', 'Smith|John||Jr.'],
    ['Smith Jr, John', 'Smith|John||Jr'],
    ['John Smith III', 'Smith|John||III'],
    ['John Smith, Jr', 'Smith|John||Jr'],
    ['Smith JA 3rd', 'Smith|JA||3rd'],
    ['SMITH, JOHN A.', 'Smith|John A.'],
    ['SMITH, JA', 'Smith|JA'],
    ['JOHN SMITH', 'Smith|John'],
    ["O'BRIEN-MCDONALD, SEÁN", "O'Brien-Mcdonald|Seán"],
    ['MCDONALD, ANN', 'McDonald|Ann'],
    ['VAN DER BERG, JAN', 'Berg|Jan|van der'],
    ['DUPONT Jean-Pierre', 'Dupont|Jean-Pierre'],
    ['Jean DUPONT', 'Dupont|Jean'],
    ['LI, Wei', 'Li|Wei'],
    ['Jane Wu', 'Wu|Jane'],
    ['Plato', 'Plato'],
  ])('parts: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })
  it.each([
    ['Jane Smith, MD', 'Smith|Jane'],
    ['Jane Smith MD, PhD, MPH', 'Smith|Jane'],
    ['Smith, Jane, M.D., Ph.D.', 'Smith|Jane'],
    ['Jane Smith Ph.D.', 'Smith|Jane'],
    ['Smith, MD', 'Smith|MD'],
    ['Prof. Dr. Jane Smith', 'Smith|Jane'],
    ['Jane Smith*', 'Smith|Jane'],
    ['Jane Smith1,2', 'Smith|Jane'],
    ['Jane Smith 1, 2, †', 'Smith|Jane'],
    ['Jane Smith¹﹐²'.replace('﹐', ','), 'Smith|Jane'],
    ['* Jane Smith', 'Smith|Jane'],
    ['Jane Smith (jane@example.org)', 'Smith|Jane'],
    ['Jane Smith https://orcid.org/0000-0001-2345-6789', 'Smith|Jane'],
    ['by Jane Smith', 'Smith|Jane'],
    ['  Jane\u00a0 Smith ;', 'Smith|Jane'],
  ])('strips: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })
  it.each([
    ['The ATLAS Collaboration', '=The ATLAS Collaboration'],
    ['World Health Organization', '=World Health Organization'],
    ['WHO', '=WHO'],
    ['on behalf of the HARBOUR Investigators', '=HARBOUR Investigators'],
    ['Universidad de Sevilla', '=Universidad de Sevilla'],
    ['Centers for Disease Control and Prevention', '=Centers for Disease Control and Prevention'],
    [
      'University of Oslo, Department of Physics, Norway',
      '=University of Oslo, Department of Physics, Norway',
    ],
    ['Deutsche Gesellschaft für Kardiologie', '=Deutsche Gesellschaft für Kardiologie'],
  ])('a body is one literal: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })
  it.each([
    ['王小明', '王|小明'],
    ['王 小明', '王|小明'],
    ['王, 小明', '王|小明'],
    ['欧阳震华', '欧阳|震华'],
    ['山田太郎', '山田|太郎'],
    ['김철수', '김|철수'],
    ['さくらももこ', 'さくらももこ'],
  ])('Chinese, Japanese, Korean: %s', (text, expected) => {
    expect(brief(text)).toBe(expected)
  })
  it.each(['', ' ', '*', '1,2', 'et al.', 'MD', 'Unknown', 'https://example.org/jane', '🧬'])(
    'refuses %s',
    (text) => {
      expect(parseName(text)).toBeUndefined()
    },
  )
  it('gives a person’s parts back from the inverted form', () => {
    const word = fc.constantFrom(
      'Ng',
      'Smith',
      'García',
      'Łukasz',
      'Müller',
      'O’Neil',
      'Sørensen',
      'Иванова',
    )
    const person = fc.record(
      {
        family: fc.oneof(
          word,
          fc.tuple(word, word).map((pair) => pair.join(' ')),
        ),
        given: fc.oneof(word, fc.constantFrom('J. A.', 'Jean-Luc', 'JA')),
        'non-dropping-particle': fc.constantFrom('van der', 'de la', 'von'),
        suffix: fc.constantFrom('Jr.', 'III'),
      },
      { requiredKeys: ['family', 'given'] },
    )
    fc.assert(
      fc.property(person, (name) => {
        expect(parseName(nameInverted(name))).toEqual(name)
      }),
    )
  })
  it('never throws, never gives an empty part', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(', ', 'van ', 'MD', '*', ' and ', '; ', 'Jr', '1,2', 'SMITH '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const name of parseNameList(pieces.join(''))) {
          const parts = Object.values(name)
          expect(parts.length).toBeGreaterThan(0)
          expect(parts.filter((part) => part.trim() === '')).toEqual([])
        }
      }),
    )
  })
  it('needs ten times as long for ten times as much', untilMeasured, async () => {
    for (const unit of [' ', ', ', '1', '* ', 'A. ', 'a ', '(', 'a@', ' and', 'van '])
      await growsLinearly(repeated(unit), (text) => [parseNameList(text), parseName(text)])
  })
  it.each([3, 2_000])(
    'needs no longer for a long word behind a given name, from %d letters on',
    untilMeasured,
    async (size) => {
      for (const end of ['!', '', ' x1'])
        await growsLinearly(repeated('a'), (word) => parseName(`Smith, J ${word}${end}`), size)
    },
  )
})

describe('parseNameList', () => {
  it.each([
    ['Smith, Jane; Wang, Li;', 'Jane Smith; Li Wang'],
    ['王小明,李四,张三丰', '王小明; 李四; 张三丰'],
    ['Берегов А.А., Роев Б.Б.', 'А.А. Берегов; Б.Б. Роев'],
    ['Smith, Jane and Wang, Li', 'Jane Smith; Li Wang'],
    ['Jane Smith & Li Wang', 'Jane Smith; Li Wang'],
    ['Jane Smith, Li Wang, and Ann Lee', 'Jane Smith; Li Wang; Ann Lee'],
    ['Jane Smith, MD, Li Wang, PhD', 'Jane Smith; Li Wang'],
    ['Smith JA, Wang L, García López M', 'JA Smith; L Wang; M García López'],
    ['Smith, J. A., Wang, L., & Lee, K.', 'J. A. Smith; L. Wang; K. Lee'],
    ['García Márquez, Gabriel José', 'Gabriel José García Márquez'],
    ['García Márquez, José and Pérez Soto, Ana María', 'José García Márquez; Ana María Pérez Soto'],
    ['van der Berg, Jan Piet', 'Jan Piet van der Berg'],
    ['Smith, Jane', 'Jane Smith'],
    ['Jane Smith, Li Wang, Jr.', 'Jane Smith; Li Wang, Jr.'],
    ['Centers for Disease Control and Prevention', 'Centers for Disease Control and Prevention'],
    ['Food and Agriculture Organization', 'Food and Agriculture Organization'],
    ['Jane Smith and the ATLAS Collaboration', 'Jane Smith; the ATLAS Collaboration'],
    ['王小明、李雷', '王小明; 李雷'],
    ['Jane Smith; Jane Smith; et al.', 'Jane Smith'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(parseNameList(text).map(nameToText).join('; ')).toBe(expected)
  })
})

describe('names as text', () => {
  const ito = { family: 'Ito', given: 'Aiko' }
  const berg = { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' }
  it('in reading order, inverted, and by family', () => {
    expect(nameToText(berg)).toBe('Jan van der Berg, Jr')
    expect(nameInverted(berg)).toBe('van der Berg, Jan, Jr')
    expect(familyOf(berg)).toBe('van der Berg')
    expect(nameToText({ family: '王', given: '小明' })).toBe('王小明')
    expect(nameToText({ literal: 'World Health Organization' })).toBe('World Health Organization')
  })
  it('in brief', () => {
    expect(namesInBrief(undefined)).toBe('')
    expect(namesInBrief([ito])).toBe('Ito')
    expect(namesInBrief([ito, berg])).toBe('Ito & van der Berg')
    expect(namesInBrief([ito, { literal: 'others' }])).toBe('Ito et al.')
    expect(namesInBrief([ito, berg, { literal: 'WHO' }])).toBe('Ito et al.')
  })
  it('are the same whatever their case, accents, full stops and cut', () => {
    expect(sameName({ family: 'MÜLLER', given: 'J. A.' }, { family: 'Muller', given: 'J A' })).toBe(
      true,
    )
    expect(sameName(berg, { family: 'van der Berg', given: 'Jan', suffix: 'Jr.' })).toBe(true)
    expect(sameName(ito, { family: 'Ito', given: 'Akira' })).toBe(false)
    expect(sameName({ literal: 'Aiko Ito' }, ito)).toBe(true)
  })
})
