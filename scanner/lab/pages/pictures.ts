import type { LabStep } from '../model.ts'

type Picture = NonNullable<LabStep['picture']>

/** A harbour town in ink and wash. */
export const harbour: Picture = {
  name: 'harbour',
  alt: 'A sketch of a harbour town in the evening',
  svg: drawing(`
<rect width="480" height="400" fill="#f6e7cf"/>
<circle cx="352" cy="112" r="46" fill="#e8a04c"/>
<path d="M0 210 96 150l70 44 92-84 84 78 60-40 78 60v62H0z" fill="#b9cfca"/>
<g fill="#fff" stroke="#1d2a2c" stroke-width="3">
<path d="M40 270v-74l36-30 36 30v74z"/><path d="M112 270v-100h58v100z"/><path d="M170 270v-62l42-36 42 36v62z"/>
<path d="M254 270v-88h64v88z"/><path d="M318 270v-56l34-28 34 28v56z"/><path d="M386 270v-78h56v78z"/>
</g>
<g fill="#1f6f6b"><path d="M62 214h26v24H62zM126 192h30v22h-30zM126 228h30v22h-30zM198 222h28v26h-28zM270 204h32v22h-32zM340 226h24v22h-24zM400 214h28v22h-28z"/></g>
<path d="M0 270h480v130H0z" fill="#5f9c97"/>
<g stroke="#fff" stroke-width="3" stroke-linecap="round" opacity=".7"><path d="M40 304h70M150 326h92M300 300h84M356 346h70M70 360h60"/></g>
<path d="M196 344h112l-20 26h-74z" fill="#1d2a2c"/><path d="M250 340v-72l44 62z" fill="#fff" stroke="#1d2a2c" stroke-width="3"/>`),
}

/** Pens, brush and colours. */
export const tools: Picture = {
  name: 'tools',
  alt: 'Sketchbook, pens and a box of colours',
  svg: drawing(`
<rect width="480" height="400" fill="#dfeae6"/>
<g transform="rotate(-7 240 200)"><rect x="76" y="70" width="250" height="270" rx="10" fill="#fff" stroke="#1d2a2c" stroke-width="3"/>
<path d="M110 270c30-70 60-90 92-40 26 40 50 10 84-46" fill="none" stroke="#1f6f6b" stroke-width="5" stroke-linecap="round"/>
<path d="M110 120h150M110 146h110" stroke="#b9cfca" stroke-width="6" stroke-linecap="round"/></g>
<g transform="rotate(24 380 200)"><rect x="366" y="60" width="18" height="210" rx="6" fill="#1d2a2c"/><path d="M366 270h18l-9 40z" fill="#e8a04c"/></g>
<g transform="rotate(12 420 210)"><rect x="412" y="80" width="14" height="190" rx="5" fill="#1f6f6b"/><path d="M412 270h14l-7 34z" fill="#1d2a2c"/></g>
<rect x="250" y="286" width="170" height="74" rx="12" fill="#fff" stroke="#1d2a2c" stroke-width="3"/>
<circle cx="282" cy="323" r="16" fill="#e8a04c"/><circle cx="322" cy="323" r="16" fill="#1f6f6b"/><circle cx="362" cy="323" r="16" fill="#b8543f"/><circle cx="398" cy="323" r="12" fill="#b9cfca"/>`),
}

function drawing(shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 400">${shapes}\n</svg>\n`
}
