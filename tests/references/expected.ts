import type { StyleId } from '../../src/references/styles.ts'
import type { PaperName } from './papers.ts'

/**
 * What each style's manual wants of each paper, as HTML: APA 7, NLM's Citing Medicine (Vancouver), Chicago 17 author-date, IEEE's
 * Reference Guide, Nature's guide to authors, AMA 11, Cite Them Right 12, MLA 9. Where the style itself falls short of its manual,
 * docs/references.md says so, and here stands what the style gives.
 */
export const expected: { readonly [P in PaperName]: { readonly [S in StyleId]: string } } = {
  article: {
    apa: 'Keeper, A. M., &#38; Mole, B. (2015). The slow return of herring to a northern harbour. <i>Journal of Invented Seas</i>, <i>12</i>(3), 123–129. https://doi.org/10.5555/tides.12',
    vancouver:
      'Keeper AM, Mole B. The slow return of herring to a northern harbour. J Invent Seas. 2015 Sep 1;12(3):123–9.',
    chicago:
      'Keeper, Ann Mary, and Ben Mole. 2015. “The Slow Return of Herring to a Northern Harbour.” <i>Journal of Invented Seas</i> 12 (3): 123–29. https://doi.org/10.5555/tides.12.',
    ieee: 'A. M. Keeper and B. Mole, “The slow return of herring to a northern harbour,” <i>J. Invent. Seas</i>, vol. 12, no. 3, pp. 123–129, Sep. 2015, doi: 10.5555/tides.12.',
    nature:
      'Keeper, A. M. &#38; Mole, B. The slow return of herring to a northern harbour. <i>J. Invent. Seas</i> <b>12</b>, 123–129 (2015).',
    ama: 'Keeper AM, Mole B. The slow return of herring to a northern harbour. <i>J Invent Seas</i>. 2015;12(3):123-129. doi:10.5555/tides.12',
    harvard:
      'Keeper, A.M. and Mole, B. (2015) ‘The slow return of herring to a northern harbour’, <i>Journal of Invented Seas</i>, 12(3), pp. 123–129. Available at: https://doi.org/10.5555/tides.12.',
    mla: 'Keeper, Ann Mary, and Ben Mole. “The Slow Return of Herring to a Northern Harbour.” <i>Journal of Invented Seas</i>, vol. 12, no. 3, Sept. 2015, pp. 123–29, https://doi.org/10.5555/tides.12.',
  },
  many: {
    apa: 'Abel, A., Bell, B., Cole, C., Dorn, D., Elm, E., Fern, F., Gale, G., Hill, H., Inge, I., Jade, J., Kerr, K., Lund, L., Moor, M., Nash, N., Oak, O., Penn, P., Quin, Q., Rust, R., Sand, S., … Vale, V. (2020). A census of tides. <i>Tides</i>, <i>7</i>, 1–9.',
    vancouver:
      'Abel A, Bell B, Cole C, Dorn D, Elm E, Fern F, et al. A census of tides. Tides. 2020;7:1–9.',
    chicago:
      'Abel, A., B. Bell, C. Cole, D. Dorn, E. Elm, F. Fern, G. Gale, et al. 2020. “A Census of Tides.” <i>Tides</i> 7:1–9.',
    ieee: 'A. Abel <i>et al.</i>, “A census of tides,” <i>Tides</i>, vol. 7, pp. 1–9, 2020.',
    nature: 'Abel, A. <i>et al.</i> A census of tides. <i>Tides</i> <b>7</b>, 1–9 (2020).',
    ama: 'Abel A, Bell B, Cole C, et al. A census of tides. <i>Tides</i>. 2020;7:1-9.',
    harvard: 'Abel, A. <i>et al.</i> (2020) ‘A census of tides’, <i>Tides</i>, 7, pp. 1–9.',
    mla: 'Abel, A., et al. “A Census of Tides.” <i>Tides</i>, vol. 7, 2020, pp. 1–9.',
  },
  body: {
    apa: 'HARBOUR Study Group. (2018). Gulls and roofs. <i>Journal of Roofs</i>, <i>4</i>(2), 77–81.',
    vancouver: 'HARBOUR Study Group. Gulls and roofs. Journal of Roofs. 2018 May;4(2):77–81.',
    chicago: 'HARBOUR Study Group. 2018. “Gulls and Roofs.” <i>Journal of Roofs</i> 4 (2): 77–81.',
    ieee: 'HARBOUR Study Group, “Gulls and roofs,” <i>Journal of Roofs</i>, vol. 4, no. 2, pp. 77–81, May 2018.',
    nature: 'HARBOUR Study Group. Gulls and roofs. <i>Journal of Roofs</i> <b>4</b>, 77–81 (2018).',
    ama: 'HARBOUR Study Group. Gulls and roofs. <i>Journal of Roofs</i>. 2018;4(2):77-81.',
    harvard:
      'HARBOUR Study Group (2018) ‘Gulls and roofs’, <i>Journal of Roofs</i>, 4(2), pp. 77–81.',
    mla: 'HARBOUR Study Group. “Gulls and Roofs.” <i>Journal of Roofs</i>, vol. 4, no. 2, May 2018, pp. 77–81.',
  },
  particles: {
    apa: 'van der Berg, J., Humboldt, A. von, &#38; King, T., Jr. (2016). Counting gulls. <i>Journal of Roofs</i>, <i>2</i>, 10–19.',
    vancouver:
      'van der Berg J, Humboldt A von, King T Jr. Counting gulls. Journal of Roofs. 2016;2:10–9.',
    chicago:
      'Berg, Jan van der, Ada von Humboldt, and Tom King Jr. 2016. “Counting Gulls.” <i>Journal of Roofs</i> 2:10–19.',
    ieee: 'J. van der Berg, A. von Humboldt, and T. King Jr., “Counting gulls,” <i>Journal of Roofs</i>, vol. 2, pp. 10–19, 2016.',
    nature:
      'van der Berg, J., Humboldt, A. von &#38; King, T., Jr. Counting gulls. <i>Journal of Roofs</i> <b>2</b>, 10–19 (2016).',
    ama: 'van der Berg J, Humboldt A von, King T Jr. Counting gulls. <i>Journal of Roofs</i>. 2016;2:10-19.',
    harvard:
      'van der Berg, J., Humboldt, A. von and King, T., Jr. (2016) ‘Counting gulls’, <i>Journal of Roofs</i>, 2, pp. 10–19.',
    mla: 'van der Berg, Jan, et al. “Counting Gulls.” <i>Journal of Roofs</i>, vol. 2, 2016, pp. 10–19.',
  },
  undated: {
    apa: 'Sole, U. (n.d.). On salt. <i>Salt Notes</i>, <i>1</i>, 5–6.',
    vancouver: 'Sole U. On salt. Salt Notes. 1:5–6.',
    chicago: 'Sole, Una. n.d. “On Salt.” <i>Salt Notes</i> 1:5–6.',
    ieee: 'U. Sole, “On salt,” <i>Salt Notes</i>, vol. 1, pp. 5–6.',
    nature: 'Sole, U. On salt. <i>Salt Notes</i> <b>1</b>, 5–6.',
    ama: 'Sole U. On salt. <i>Salt Notes</i>. 1:5-6.',
    harvard: 'Sole, U. (no date) ‘On salt’, <i>Salt Notes</i>, 1, pp. 5–6.',
    mla: 'Sole, Una. “On Salt.” <i>Salt Notes</i>, vol. 1, pp. 5–6.',
  },
  preprint: {
    apa: 'Moor, M., &#38; Nash, N. (2021). <i>Learning the tides</i>. arXiv. https://doi.org/10.48550/arXiv.2106.01234',
    vancouver:
      'Moor M, Nash N. Learning the tides [Internet]. arXiv; 2021. Available from: https://arxiv.org/abs/2106.01234',
    chicago:
      'Moor, Mia, and Noah Nash. 2021. “Learning the Tides.” arXiv. https://doi.org/10.48550/arXiv.2106.01234.',
    ieee: 'M. Moor and N. Nash, “Learning the tides,” Jun. 12, 2021, <i>arXiv</i>. doi: 10.48550/arXiv.2106.01234.',
    nature:
      'Moor, M. &#38; Nash, N. Learning the tides. Preprint at https://doi.org/10.48550/arXiv.2106.01234 (2021).',
    ama: 'Moor M, Nash N. Learning the tides. Published online June 12, 2021. doi:10.48550/arXiv.2106.01234',
    harvard:
      'Moor, M. and Nash, N. (2021) ‘Learning the tides’. arXiv. Available at: https://doi.org/10.48550/arXiv.2106.01234.',
    mla: 'Moor, Mia, and Noah Nash. <i>Learning the Tides</i>. arXiv, 12 June 2021, https://doi.org/10.48550/arXiv.2106.01234.',
  },
  conference: {
    apa: 'Lund, L., &#38; Moor, M. (2019). Buoys that listen. In Y. Ito (Ed.), <i>Proceedings of the 9th Conference on Buoys</i> (pp. 33–40). Tide Press. https://doi.org/10.5555/buoys.33',
    vancouver:
      'Lund L, Moor M. Buoys that listen. In: Ito Y, editor. Proceedings of the 9th Conference on Buoys. Kiel: Tide Press; 2019. p. 33–40.',
    chicago:
      'Lund, Lars, and Mia Moor. 2019. “Buoys That Listen.” In <i>Proceedings of the 9th Conference on Buoys</i>, edited by Yuki Ito, 33–40. Kiel: Tide Press. https://doi.org/10.5555/buoys.33.',
    ieee: 'L. Lund and M. Moor, “Buoys that listen,” in <i>Proceedings of the 9th Conference on Buoys</i>, Y. Ito, Ed., Kiel: Tide Press, Jul. 2019, pp. 33–40. doi: 10.5555/buoys.33.',
    nature:
      'Lund, L. &#38; Moor, M. Buoys that listen. in <i>Proceedings of the 9th Conference on Buoys</i> (ed. Ito, Y.) 33–40 (Tide Press, Kiel, 2019). doi:10.5555/buoys.33.',
    ama: 'Lund L, Moor M. Buoys that listen. In: Ito Y, ed. <i>Proceedings of the 9th Conference on Buoys</i>. Tide Press; 2019:33-40. doi:10.5555/buoys.33',
    harvard:
      'Lund, L. and Moor, M. (2019) ‘Buoys that listen’, in Y. Ito (ed.) <i>Proceedings of the 9th Conference on Buoys</i>. Kiel: Tide Press, pp. 33–40. Available at: https://doi.org/10.5555/buoys.33.',
    mla: 'Lund, Lars, and Mia Moor. “Buoys That Listen.” <i>Proceedings of the 9th Conference on Buoys</i>, edited by Yuki Ito, Tide Press, 2019, pp. 33–40, https://doi.org/10.5555/buoys.33.',
  },
  book: {
    apa: 'Vale, V. (2010). <i>Harbours of the north</i> (2nd ed.). Tide Press.',
    vancouver: 'Vale V. Harbours of the north. 2nd ed. Kiel: Tide Press; 2010.',
    chicago: 'Vale, Vera. 2010. <i>Harbours of the North</i>. 2nd ed. Kiel: Tide Press.',
    ieee: 'V. Vale, <i>Harbours of the north</i>, 2nd ed. Kiel: Tide Press, 2010.',
    nature: 'Vale, V. <i>Harbours of the North</i>. (Tide Press, Kiel, 2010).',
    ama: 'Vale V. <i>Harbours of the North</i>. 2nd ed. Tide Press; 2010.',
    harvard: 'Vale, V. (2010) <i>Harbours of the north</i>. 2nd edn. Kiel: Tide Press.',
    mla: 'Vale, Vera. <i>Harbours of the North</i>. 2nd ed., Tide Press, 2010.',
  },
  chinese: {
    apa: '王小明, &#38; 李芳. (2022). 潮汐的季节变化. 海洋学报, <i>44</i>, 11–20.',
    vancouver: '王小明, 李芳. 潮汐的季节变化. 海洋学报. 2022;44:11–20.',
    chicago: '王小明, and 李芳. 2022. “潮汐的季节变化.” 海洋学报 44:11–20.',
    ieee: '王小明 and 李芳, “潮汐的季节变化,” 海洋学报, vol. 44, pp. 11–20, 2022.',
    nature: '王小明 &#38; 李芳. 潮汐的季节变化. 海洋学报 <b>44</b>, 11–20 (2022).',
    ama: '王小明, 李芳. 潮汐的季节变化. 海洋学报. 2022;44:11-20.',
    harvard: '王小明 and 李芳 (2022) ‘潮汐的季节变化’, 海洋学报, 44, pp. 11–20.',
    mla: '王小明, and 李芳. “潮汐的季节变化.” 海洋学报, vol. 44, 2022, pp. 11–20.',
  },
  russian: {
    apa: 'Петров, И., &#38; Иванова, А. (2021). Приливы севера. <i>Журнал морей</i>, <i>5</i>, 31–42.',
    vancouver: 'Петров И, Иванова А. Приливы севера. Журнал морей. 2021;5:31–42.',
    chicago: 'Петров, Иван, and Анна Иванова. 2021. “Приливы севера.” <i>Журнал морей</i> 5:31–42.',
    ieee: 'И. Петров and А. Иванова, “Приливы севера,” <i>Журнал морей</i>, vol. 5, pp. 31–42, 2021.',
    nature:
      'Петров, И. &#38; Иванова, А. Приливы севера. <i>Журнал морей</i> <b>5</b>, 31–42 (2021).',
    ama: 'Петров И, Иванова А. Приливы севера. <i>Журнал морей</i>. 2021;5:31-42.',
    harvard:
      'Петров, И. and Иванова, А. (2021) ‘Приливы севера’, <i>Журнал морей</i>, 5, pp. 31–42.',
    mla: 'Петров, Иван, and Анна Иванова. “Приливы севера.” <i>Журнал морей</i>, vol. 5, 2021, pp. 31–42.',
  },
  doiOnly: {
    apa: '<i>Brine</i>. (n.d.). https://doi.org/10.5555/brine',
    vancouver: 'Brine. Available from: https://doi.org/10.5555/brine',
    chicago: '“Brine.” n.d. https://doi.org/10.5555/brine.',
    ieee: '“Brine”, doi: 10.5555/brine.',
    nature: 'Brine. doi:10.5555/brine.',
    ama: 'Brine. doi:10.5555/brine',
    harvard: '‘Brine’ (no date). Available at: https://doi.org/10.5555/brine.',
    mla: '<i>Brine</i>. https://doi.org/10.5555/brine.',
  },
  markup: {
    apa: 'Elm, E. (2017). Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells. <i>Algae</i>, <i>3</i>(1), 1005–1012.',
    vancouver:
      'Elm E. Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells. Algae. 2017;3(1):1005–12.',
    chicago:
      'Elm, Eva. 2017. “Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> Cells.” <i>Algae</i> 3 (1): 1005–12.',
    ieee: 'E. Elm, “Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells,” <i>Algae</i>, vol. 3, no. 1, pp. 1005–1012, 2017.',
    nature:
      'Elm, E. Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells. <i>Algae</i> <b>3</b>, 1005–1012 (2017).',
    ama: 'Elm E. Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells. <i>Algae</i>. 2017;3(1):1005-1012.',
    harvard:
      'Elm, E. (2017) ‘Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> cells’, <i>Algae</i>, 3(1), pp. 1005–1012.',
    mla: 'Elm, Eva. “Uptake of CO<sub>2</sub> by <i>Fucus vesiculosus</i> at 10<sup>6</sup> Cells.” <i>Algae</i>, vol. 3, no. 1, 2017, pp. 1005–12.',
  },
  numbered: {
    apa: 'Oak, O., Penn, P., &#38; Quin, Q. (2023). Waves on a plate. <i>Open Waves</i>, <i>9</i>(4), Article e0123. https://doi.org/10.5555/waves.e0123',
    vancouver: 'Oak O, Penn P, Quin Q. Waves on a plate. Open Waves. 2023 Feb 3;9(4):e0123.',
    chicago:
      'Oak, Olga, Paul Penn, and Quentin Quin. 2023. “Waves on a Plate.” <i>Open Waves</i> 9 (4): e0123. https://doi.org/10.5555/waves.e0123.',
    ieee: 'O. Oak, P. Penn, and Q. Quin, “Waves on a plate,” <i>Open Waves</i>, vol. 9, no. 4, Art. no. e0123, Feb. 2023, doi: 10.5555/waves.e0123.',
    nature:
      'Oak, O., Penn, P. &#38; Quin, Q. Waves on a plate. <i>Open Waves</i> <b>9</b>, e0123 (2023).',
    ama: 'Oak O, Penn P, Quin Q. Waves on a plate. <i>Open Waves</i>. 2023;9(4):e0123. doi:10.5555/waves.e0123',
    harvard:
      'Oak, O., Penn, P. and Quin, Q. (2023) ‘Waves on a plate’, <i>Open Waves</i>, 9(4), p. e0123. Available at: https://doi.org/10.5555/waves.e0123.',
    mla: 'Oak, Olga, et al. “Waves on a Plate.” <i>Open Waves</i>, vol. 9, no. 4, e0123, Feb. 2023, https://doi.org/10.5555/waves.e0123.',
  },
}
