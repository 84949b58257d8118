/** Keeps a file of any size out of memory: its entries come one by one, the rest as one small document. */
export interface SplitListener {
  /** One element of `log.entries` as it stands in the file. */
  entry(text: string): void
}

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d]
/** Depths in `{"log":{"entries":[{...`: inside the root, the log, the list, an entry. */
const [ROOT, LOG, LIST] = [1, 2, 3]

/**
 * Cuts a HAR file, given in chunks of bytes, into its entries and its skeleton: the same JSON with `0` in place of each
 * entry. It knows only strings and brackets; whoever parses entries and skeleton finds every fault there is.
 */
export class HarSplitter {
  readonly #listener: SplitListener
  #skeleton: string[] = []
  #parts: Uint8Array[] = []
  #depth = 0
  #inString = false
  #escaped = false
  #inEntries = false
  #inEntry = false
  #inLog = false
  /** The string read last, while it may be a key that matters. */
  #key: number[] = []
  #lastKey = ''

  constructor(listener: SplitListener) {
    this.#listener = listener
  }

  push(chunk: Uint8Array): void {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (this.#inString) {
        this.#readString(byte)
        continue
      }
      if (byte === QUOTE) this.#beginString()
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (this.#inEntries && !this.#inEntry && this.#depth === LIST && byte === OPEN) {
          this.#flush(chunk.subarray(from, at))
          from = at
          this.#inEntry = true
        }
        this.#enter(byte)
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        this.#depth--
        if (this.#inEntry && this.#depth === LIST) {
          this.#flush(chunk.subarray(from, at + 1))
          from = at + 1
          this.#inEntry = false
          this.#skeleton.push('0')
        } else if (this.#depth < LIST) this.#inEntries = false
        if (this.#depth < LOG) this.#inLog = false
      }
    }
    // The chunk may be written over by the one that follows.
    this.#parts.push(chunk.slice(from))
  }

  /** The skeleton; what an unfinished entry held is not in it, so it will not parse. */
  end(): string {
    if (!this.#inEntry) this.#flush(new Uint8Array())
    return this.#skeleton.join('')
  }

  #flush(last: Uint8Array): void {
    const text = Buffer.concat([...this.#parts, last]).toString()
    this.#parts = []
    if (this.#inEntry) this.#listener.entry(text)
    else this.#skeleton.push(text)
  }

  #enter(byte: number): void {
    this.#depth++
    if (this.#depth === LOG) this.#inLog = byte === OPEN && this.#lastKey === 'log'
    if (this.#depth === LIST && this.#inLog) this.#inEntries = byte === OPEN_LIST && this.#lastKey === 'entries'
    this.#lastKey = ''
  }

  #beginString(): void {
    this.#inString = true
    this.#key = []
  }

  #readString(byte: number): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) {
      this.#inString = false
      if (this.#depth === ROOT || this.#depth === LOG) this.#lastKey = String.fromCharCode(...this.#key)
      return
    }
    if ((this.#depth === ROOT || this.#depth === LOG) && this.#key.length < LONGEST_KEY) this.#key.push(byte)
  }
}

const LONGEST_KEY = 16
