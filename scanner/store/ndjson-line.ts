/** What one line of a log may weigh, in characters. */
export const MAX_LINE = 1 << 20

export interface Line {
  readonly text: string
  /** `texts`: long texts lost their ends; `lists`: lists and groups lost members too. */
  readonly cut: 'nothing' | 'texts' | 'lists'
}

/** A value as one line of JSON of bounded size, so that no page can fill the disk, or a reader's memory, with one fact. */
export function jsonLine(value: unknown): Line {
  const whole = JSON.stringify(value)
  if (whole.length <= MAX_LINE) return { text: whole, cut: 'nothing' }
  const shortened = JSON.stringify(clipped(value, { text: 1 << 14, list: Infinity, group: Infinity }))
  if (shortened.length <= MAX_LINE) return { text: shortened, cut: 'texts' }
  return { text: JSON.stringify(clipped(value, { text: 256, list: 20, group: 100 })), cut: 'lists' }
}

/** `group` is well above the number of fields a fact has: only headers can be longer. */
interface Bounds {
  readonly text: number
  readonly list: number
  readonly group: number
}

function clipped(value: unknown, bounds: Bounds): unknown {
  if (typeof value === 'string') return clippedText(value, bounds.text)
  if (Array.isArray(value)) return value.slice(0, bounds.list).map((item: unknown) => clipped(item, bounds))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).slice(0, bounds.group)
  return Object.fromEntries(members.map(([key, member]) => [clippedText(key, bounds.text), clipped(member, bounds)]))
}

function clippedText(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}... [cut, ${text.length} characters]`
}
