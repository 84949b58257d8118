const WIDTH = 30

interface Terminal {
  readonly isTTY?: boolean
  write(text: string): boolean
}

/** Shows how far a download is, on one line of a terminal; a log file gets no bar. */
export function progressBar(out: Terminal): (doneBytes: number, totalBytes: number) => void {
  let shown = ''
  return (doneBytes, totalBytes) => {
    if (!out.isTTY) return
    const bar = drawBar(doneBytes, totalBytes)
    // A chunk is 16 kB: most of them change nothing that is seen.
    if (bar !== shown) out.write(`\r${(shown = bar)}${doneBytes === totalBytes ? '\n' : ''}`)
  }
}

/** `[##########                    ]  33 %  52 of 158 MB`; without the share when the server did not tell the size. */
export function drawBar(doneBytes: number, totalBytes: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1e6)
  if (totalBytes <= 0) return `${megabytes(doneBytes)} MB`
  const share = Math.min(1, doneBytes / totalBytes)
  const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${bar}] ${percent} %  ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB`
}
