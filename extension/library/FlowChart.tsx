import { useId, useRef } from 'preact/hooks'
import type { ReviewFlow } from '../../src/library/flow.ts'
import { t } from '../i18n.ts'
import { useShell } from '../ui/shell.ts'
import { useAnnouncer } from '../ui/use-announcer.ts'
import { type Box, boxesOf } from './flow-boxes.ts'

/** The picture's measures in px: two columns of boxes, lines of text in each. */
const wide = 300
const gap = 40
const line = 18
const pad = 10

/** How records went through a review, as PRISMA 2020 draws it, with a button that saves the picture. */
export function FlowChart({ flow }: { flow: ReviewFlow }) {
  const id = useId()
  const picture = useRef<SVGSVGElement>(null)
  const { download } = useShell()
  const { tell } = useAnnouncer()
  const boxes = boxesOf(flow)
  const tops: number[] = []
  const rows = Math.max(...boxes.map(({ row }) => row)) + 1
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(
      ...boxes.filter((box) => box.row === row).map(({ lines }) => lines.length * line + pad * 2),
    ),
  )
  let height = 0
  for (const [row, high] of heights.entries()) {
    tops[row] = height
    height += high + gap
  }
  height -= gap
  const save = () => {
    if (!picture.current) return
    const text = new XMLSerializer().serializeToString(picture.current)
    download(
      { blob: new Blob([text], { type: 'image/svg+xml' }), ending: 'svg' },
      'review-flow.svg',
    )
    tell(t('flowSaved'))
  }
  const heightOf = ({ lines }: Box) => lines.length * line + pad * 2
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption id={id}>{t('flow')}</figcaption>
      <svg
        ref={picture}
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`-1 -1 ${wide * 2 + gap + 2} ${height + 2}`}
        role="img"
        direction="ltr"
        font-family="sans-serif"
        font-size="13"
      >
        <title>{boxes.map(({ lines }) => lines.join(', ')).join('; ')}</title>
        {boxes.map((box) => {
          const x = box.column * (wide + gap)
          const y = tops[box.row] ?? 0
          return (
            <g key={`${box.column} ${box.row}`}>
              {box.column === 1 && (
                <path
                  d={`M ${wide} ${y + pad + line / 2} H ${wide + gap}`}
                  stroke="currentColor"
                  fill="none"
                />
              )}
              {box.column === 0 && box.row > 0 && (
                <path
                  d={`M ${wide / 2} ${(tops[box.row - 1] ?? 0) + heightOf(above(boxes, box))} V ${y}`}
                  stroke="currentColor"
                  fill="none"
                />
              )}
              <rect
                x={x}
                y={y}
                width={wide}
                height={heightOf(box)}
                rx="4"
                fill="none"
                stroke="currentColor"
              />
              {box.lines.map((text, at) => (
                <text
                  key={text}
                  x={x + pad}
                  y={y + pad + line * at + 13}
                  fill="currentColor"
                  style={{ textAnchor: 'start' }}
                >
                  {text}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
      <button type="button" onClick={save}>
        {t('saveSvg')}
      </button>
    </figure>
  )
}

function above(boxes: readonly Box[], { row }: Box): Box {
  const found = boxes.find((box) => box.column === 0 && box.row === row - 1)
  if (!found) throw new TypeError('the first row has none above it')
  return found
}
