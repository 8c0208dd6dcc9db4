import { aclAnthology } from './acl-anthology.ts'
import { acm } from './acm.ts'
import { acs } from './acs.ts'
import { aha } from './aha.ts'
import { aip } from './aip.ts'
import { annals } from './annals.ts'
import { annualReviews } from './annual-reviews.ts'
import { aps } from './aps.ts'
import { arxiv } from './arxiv.ts'
import { asco } from './asco.ts'
import { asm } from './asm.ts'
import { biomedCentral } from './biomed-central.ts'
import { biorxiv } from './biorxiv.ts'
import { bmj } from './bmj.ts'
import { cabi } from './cabi.ts'
import { cambridge } from './cambridge.ts'
import { cellPress } from './cell-press.ts'
import { chemrxiv } from './chemrxiv.ts'
import { citeseerx } from './citeseerx.ts'
import { cnki } from './cnki.ts'
import { cochraneLibrary } from './cochrane-library.ts'
import { copernicus } from './copernicus.ts'
import { core } from './core.ts'
import { cyberleninka } from './cyberleninka.ts'
import { dLib } from './d-lib.ts'
import { deGruyter } from './de-gruyter.ts'
import { doaj } from './doaj.ts'
import { elife } from './elife.ts'
import { emerald } from './emerald.ts'
import { europePmc } from './europe-pmc.ts'
import { f1000research } from './f1000research.ts'
import { frontiers } from './frontiers.ts'
import { hal } from './hal.ts'
import { hindawi } from './hindawi.ts'
import { ieeeXplore } from './ieee-xplore.ts'
import { informs } from './informs.ts'
import { iop } from './iop.ts'
import { jStage } from './j-stage.ts'
import { jama } from './jama.ts'
import { jmir } from './jmir.ts'
import { jstor } from './jstor.ts'
import { karger } from './karger.ts'
import { lancet } from './lancet.ts'
import { lingbuzz } from './lingbuzz.ts'
import { lww } from './lww.ts'
import { mdpi } from './mdpi.ts'
import { mendeley } from './mendeley.ts'
import { microbiologySociety } from './microbiology-society.ts'
import { nature } from './nature.ts'
import { nber } from './nber.ts'
import { nejm } from './nejm.ts'
import { openreview } from './openreview.ts'
import { osf } from './osf.ts'
import { ovid } from './ovid.ts'
import { oxfordAcademic } from './oxford-academic.ts'
import { peerj } from './peerj.ts'
import { philpapers } from './philpapers.ts'
import { physiology } from './physiology.ts'
import { plos } from './plos.ts'
import { pmc } from './pmc.ts'
import { pnas } from './pnas.ts'
import type { Portal } from './portal.ts'
import { projectEuclid } from './project-euclid.ts'
import { projectMuse } from './project-muse.ts'
import { pubmed } from './pubmed.ts'
import { qxmd } from './qxmd.ts'
import { repec } from './repec.ts'
import { researchGate } from './researchgate.ts'
import { royalSociety } from './royal-society.ts'
import { rsc } from './rsc.ts'
import { sage } from './sage.ts'
import { scielo } from './scielo.ts'
import { science } from './science.ts'
import { sciencedirect } from './sciencedirect.ts'
import { scopus } from './scopus.ts'
import { semanticScholar } from './semantic-scholar.ts'
import { springerLink } from './springer-link.ts'
import { ssrn } from './ssrn.ts'
import { taylorAndFrancis } from './taylor-and-francis.ts'
import { thieme } from './thieme.ts'
import { usenix } from './usenix.ts'
import { webOfScience } from './web-of-science.ts'
import { wiley } from './wiley.ts'
import { worldScientific } from './world-scientific.ts'
import { zenodo } from './zenodo.ts'

/** Every portal that we know by its address, in alphabetical order; the order never decides. */
export const portals: readonly Portal[] = [
  aclAnthology,
  acm,
  acs,
  aha,
  aip,
  annals,
  annualReviews,
  aps,
  arxiv,
  asco,
  asm,
  biomedCentral,
  biorxiv,
  bmj,
  cabi,
  cambridge,
  cellPress,
  chemrxiv,
  citeseerx,
  cnki,
  cochraneLibrary,
  copernicus,
  core,
  cyberleninka,
  dLib,
  deGruyter,
  doaj,
  elife,
  emerald,
  europePmc,
  f1000research,
  frontiers,
  hal,
  hindawi,
  ieeeXplore,
  informs,
  iop,
  jStage,
  jama,
  jmir,
  jstor,
  karger,
  lancet,
  lingbuzz,
  lww,
  mdpi,
  mendeley,
  microbiologySociety,
  nature,
  nber,
  nejm,
  openreview,
  osf,
  ovid,
  oxfordAcademic,
  peerj,
  philpapers,
  physiology,
  plos,
  pmc,
  pnas,
  projectEuclid,
  projectMuse,
  pubmed,
  qxmd,
  repec,
  researchGate,
  royalSociety,
  rsc,
  sage,
  scielo,
  science,
  sciencedirect,
  scopus,
  semanticScholar,
  springerLink,
  ssrn,
  taylorAndFrancis,
  thieme,
  usenix,
  webOfScience,
  wiley,
  worldScientific,
  zenodo,
]
