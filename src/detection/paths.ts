/**
 * Where the portals whose pages say nothing of a paper in their head show one: hosts, each between spaces, and the
 * pattern of the path; `*.` stands for any subdomain and the host itself. As text, because it lies in a script that
 * every page of these hosts gets, and only the page's own pattern is ever compiled. Made by `npm run portals`.
 */
export const paths: readonly string[] = [
  ' www.cabidigitallibrary.org cabidigitallibrary.org /^\\/doi\\/(?:(?:abs|full|book)\\/)?10\\.\\d{4,9}\\/.+$/',
  ' *.cnki.net *.cnki.com.cn /^\\/(?:kns8s?\\/)?kcms2?\\/(?:article\\/abstract|detail(?:\\/detail\\.aspx|\\/[\\w.-]{4,80}\\.html?)?)\\/?$/i',
  ' www.dlib.org dlib.org mirror.dlib.org /^\\/dlib\\/[a-z]+\\d\\d\\/[\\w-]+\\/\\d\\d[\\w-]+\\.html$/',
  ' europepmc.org www.europepmc.org /^\\/(?:(?:article|abstract)\\/(?:MED|PMC|PPR|AGR|CBA|CTX|ETH|HIR|NBK)\\/[\\w.-]+|articles\\/PMC\\d+)\\/?$/i',
  ' ieeexplore.ieee.org www.ieeexplore.ieee.org /^\\/(?:(?:abstract\\/)?document\\/\\d+(?:\\/(?:authors|figures|references|citations|keywords|metrics))?|xpls?\\/(?:abs_all|abs_free|articleDetails|freeabs_all|icp)\\.jsp)\\/?$/',
  ' www.jstor.org jstor.org /^\\/stable\\/(?:10\\.\\d{4,9}\\/)?(?!i\\d|pdf|j\\.ct\\w+\\/?$)[\\w.:()-]+\\/?$/',
  ' ling.auf.net lingbuzz.net www.lingbuzz.net /^\\/lingbuzz\\/\\d{6}\\/?$/',
  ' journals.lww.com /^\\/[\\w-]+\\/(?:(?:abstract|fulltext|citation)\\/\\d{4}\\/(?:\\d+\\/)?[^/]+\\.aspx|pages\\/articleviewer\\.aspx)$/i',
  ' osf.io www.osf.io /^\\/preprints\\/(?:[a-z]{4,20}\\/)?[2-9a-hjkmnp-z]{5}(?:_v\\d+)?\\/?$/',
  ' www.ovid.com oce.ovid.com oce-ovid-com.ovidds.com /^\\/(?:journals\\/[\\w-]+\\/(?:abstract|fulltext)\\/10\\.\\d{4,9}\\/\\S+|article\\/\\d{8}-\\d{9}-\\d{5}(?:\\/(?:HTML|abstract))?)\\/?$/i',
  ' pubmed.ncbi.nlm.nih.gov pubmed.gov www.ncbi.nlm.nih.gov /^\\/(?:(?:m\\/)?pubmed\\/)?\\d{1,9}\\/?$/',
  ' read.qxmd.com www.readbyqxmd.com /^\\/read\\/\\d+(?:\\/|$)/',
  ' www.scopus.com /^\\/(?:record\\/display\\.ur[il]|inward\\/record\\.ur[il]|pages\\/publications\\/\\d+)$/',
  ' www.webofscience.com webofscience.com webofscience.clarivate.cn /^\\/wos\\/[\\w-]+\\/full-record\\/[A-Z]+(?::|%3A)[\\w.-]+\\/?$/i',
]

/** True for an address at which a portal shows one paper, as far as the table goes. */
export function isPaperPath({ hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>): boolean {
  const domain = hostname.slice(hostname.lastIndexOf('.', hostname.lastIndexOf('.') - 1) + 1)
  return paths.some(
    (line) =>
      // Nearly every page is told by this alone.
      line.includes(domain) && covers(line, hostname) && patternOf(line).test(pathname),
  )
}

function covers(line: string, hostname: string): boolean {
  if (line.includes(` ${hostname} `) || line.includes(` *.${hostname} `)) return true
  for (let at = hostname.indexOf('.'); at >= 0; at = hostname.indexOf('.', at + 1)) {
    if (line.includes(` *${hostname.slice(at)} `)) return true
  }
  return false
}

function patternOf(line: string): RegExp {
  const end = line.lastIndexOf('/')
  return new RegExp(line.slice(line.indexOf(' /') + 2, end), line.slice(end + 1))
}
