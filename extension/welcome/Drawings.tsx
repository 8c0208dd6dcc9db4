/** The toolbar's button, before a paper is saved and after. */
export function SaveDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 240 120" aria-hidden="true">
      <rect class="sheet" x="20" y="16" width="200" height="88" rx="8" />
      <path class="edge" d="M20 44h200" />
      <rect class="line" x="34" y="25" width="92" height="10" rx="5" />
      <circle class="accent" cx="152" cy="30" r="9" />
      <path class="sign" d="M148 30h8M152 26v8" />
      <path class="edge" d="M168 30h10m-4-4 4 4-4 4" />
      <circle class="good" cx="196" cy="30" r="9" />
      <path class="sign" d="m192 30 3 3 5-6" />
      <rect class="word" x="34" y="56" width="130" height="7" rx="3" />
      <rect class="line" x="34" y="72" width="172" height="4" rx="2" />
      <rect class="line" x="34" y="81" width="164" height="4" rx="2" />
      <rect class="line" x="34" y="90" width="120" height="4" rx="2" />
    </svg>
  )
}

/** An abstract with two tags, and the three ways to decide. */
export function ReviewDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 240 120" aria-hidden="true">
      <rect class="sheet" x="20" y="16" width="200" height="88" rx="8" />
      <rect class="word" x="34" y="28" width="120" height="7" rx="3" />
      <rect class="tag" x="34" y="42" width="42" height="11" rx="5.5" />
      <rect class="tag" x="80" y="42" width="30" height="11" rx="5.5" />
      <rect class="line" x="34" y="60" width="172" height="4" rx="2" />
      <rect class="line" x="34" y="69" width="150" height="4" rx="2" />
      <rect class="good" x="34" y="82" width="52" height="14" rx="4" />
      <rect class="perhaps" x="94" y="82" width="52" height="14" rx="4" />
      <rect class="bad" x="154" y="82" width="52" height="14" rx="4" />
      <path class="sign" d="m56 89 3 3 5-6M116 89h8M177 86l6 6m0-6-6 6" />
    </svg>
  )
}

/** Papers that leave as a file. */
export function ExportDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 240 120" aria-hidden="true">
      <rect class="sheet" x="20" y="22" width="76" height="22" rx="5" />
      <rect class="sheet" x="20" y="49" width="76" height="22" rx="5" />
      <rect class="sheet" x="20" y="76" width="76" height="22" rx="5" />
      <path class="line" d="M30 30h44v5H30zM30 57h52v5H30zM30 84h38v5H30z" />
      <path class="edge" d="M106 60h28m-7-7 7 7-7 7" />
      <path class="sheet" d="M146 14h44l24 24v68h-68z" />
      <path class="edge" d="M190 14v24h24" />
      <path class="brace" d="M166 46q-5 0-5 5v5q0 3-4 4 4 1 4 4v19q0 5 5 5" />
      <path class="line" d="M170 54h32v4h-32zM170 65h26v4h-26zM170 76h30v4h-30z" />
    </svg>
  )
}
