import { crc32, deflateSync } from 'node:zlib'

/** Numbers that are the same on every run of the bench. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A script of about this size that no engine can skip: functions of many shapes, half of which run when it is loaded.
 * `ending` is what it does to the page at last.
 */
export function scriptOf(bytes: number, seed: number, ending: string): string {
  const next = numbersFrom(seed)
  const whole = (most: number): number => Math.floor(next() * most)
  const parts: string[] = []
  const called: string[] = []
  for (let size = 0, at = 0; size < bytes; at++) {
    const shape = SHAPES[whole(SHAPES.length)] ?? SHAPES[0]
    const text = shape?.(`f${at}`, whole(1000), 3 + whole(30)) ?? ''
    if (next() < 0.5) called.push(`f${at}(${at},${8 + whole(24)})`)
    parts.push(text)
    size += text.length
  }
  return `(function(w,d){var K={};${parts.join('\n')}\nvar t=0;[${called.map((call) => `()=>${call}`).join()}].forEach(function(c){t+=String(c()).length});K.t=t;${ending}})(window,document)`
}

type Shape = (name: string, number: number, size: number) => string

const SHAPES: readonly Shape[] = [
  (name, number, size) =>
    `function ${name}(a,b){var s=a|0,l=[];for(var i=0;i<b*${size};i++){s=(s*31+i^(s>>>3)+${number})|0;if(s%7===3)l.push({k:'v${number}'+i,s:s})}return{n:'${name}',s:s,l:l.length}}`,
  (name, number, size) =>
    `function ${name}(a,b){var o={id:'${name}',tags:['t${number}','u${size}'],at:a,opts:{deep:{er:${number},label:"label ${number}"},list:[1,2,3,${size}]}};for(var i=0;i<b;i++){o['p'+i]=JSON.stringify(o.opts)+i}return Object.keys(o).map(function(k){return k+o[k]}).join('&')}`,
  (name, number, size) =>
    `var ${name}=function(a,b){class M${number}{constructor(x){this.x=x;this.handlers=new Map()}on(n,h){this.handlers.set(n,h);return this}emit(n,v){var h=this.handlers.get(n);return h?h(v):null}get size(){return this.handlers.size+${size}}}var m=new M${number}(a);for(var i=0;i<b;i++)m.on('e'+i,function(v){return v+${number}});return m.emit('e1',a)+m.size};`,
  (name, number, size) =>
    `function ${name}(a,b){var text='${'lorem ipsum '.repeat(1 + (size % 7))}${number}';return text.split(' ').map(function(w,i){return w.replace(/[aeiou]/g,function(c){return c.toUpperCase()})+(i*a%${size})}).sort().join('-').slice(0,b)}`,
]

/** A grey picture of this many pixels a side that does not shrink: every byte of it has to be fetched and decoded. */
export function pictureOf(side: number, seed: number): Buffer {
  const next = numbersFrom(seed)
  const rows = Buffer.alloc(side * (side + 1))
  for (let at = 0; at < rows.length; at++) rows[at] = at % (side + 1) === 0 ? 0 : next() * 256
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(rows, { level: 1 })),
    chunkOf('IEND', Buffer.alloc(0)),
  ])
}

function chunkOf(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const around = Buffer.alloc(4)
  around.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([around, named, sum])
}

/** A style sheet of about this size, with rules for the elements the pages are made of. */
export function styleOf(bytes: number, seed: number): string {
  const next = numbersFrom(seed)
  const whole = (most: number): number => Math.floor(next() * most)
  const rules: string[] = []
  for (let size = 0; size < bytes; size += rules.at(-1)?.length ?? bytes) {
    rules.push(
      `.c${whole(400)} .c${whole(400)}>p,.c${whole(400)}:hover{margin:${whole(20)}px;padding:${whole(20)}px;color:#${whole(4096).toString(16).padStart(3, '0')};border-radius:${whole(9)}px}`,
    )
  }
  return rules.join('\n')
}
