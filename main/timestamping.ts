import type { Host } from './host.ts'
import { terminalText } from './terminal-text.ts'

/** Asks one authority; a scan does not fail because a clock elsewhere does not answer, but it is told. */
export async function timestamping(
  host: Host,
  url: string,
): Promise<(manifest: Uint8Array) => Promise<Uint8Array | null>> {
  const { timestampOf } = await import('../scanner/store/timestamp.ts')
  return (manifest) =>
    timestampOf(manifest, { url, nonce: Buffer.from(host.randomHex(8), 'hex'), signal: host.signal }).catch(
      (reason: unknown) => {
        const why = reason instanceof Error ? reason.message : String(reason)
        host.stderr.write(terminalText(`note: ${why}; the seal carries the time of this machine only\n`))
        return null
      },
    )
}
