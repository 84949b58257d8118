import { createSecureContext, type SecureContext } from 'node:tls'
import { generate } from 'selfsigned'

export interface Certificates {
  /** The lab's own authority: trust this and every host of the lab is valid. */
  readonly caPem: string
  /** Certificate of the known hosts, with its chain; what a visitor without SNI gets. */
  readonly key: string
  readonly cert: string
  /** For any host name; those not known at the start get a certificate when first asked for. */
  contextFor(host: string): Promise<SecureContext>
}

/** A fresh authority and one certificate for all known hosts. Elliptic keys, since RSA keys take seconds to make. */
export async function makeCertificates(hosts: readonly string[], now: () => Date): Promise<Certificates> {
  const dates = validity(now())
  const ca = await generate([{ name: 'commonName', value: 'Tagtrail lab authority' }], {
    ...dates,
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })

  async function issue(names: readonly string[]): Promise<{ key: string; cert: string }> {
    const leaf = await generate([{ name: 'commonName', value: 'Tagtrail lab' }], {
      ...dates,
      keyType: 'ec',
      algorithm: 'sha256',
      ca: { key: ca.private, cert: ca.cert },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
        },
      ],
    })
    return { key: leaf.private, cert: `${leaf.cert.trim()}\n${ca.cert}` }
  }

  const known = await issue(['localhost', ...hosts])
  const knownContext = createSecureContext(known)
  const others = new Map<string, Promise<SecureContext>>()

  function contextFor(host: string): Promise<SecureContext> {
    if (hosts.includes(host)) return Promise.resolve(knownContext)
    const made = others.get(host) ?? issue([host]).then(createSecureContext)
    others.set(host, made)
    return made
  }

  return { caPem: ca.cert, ...known, contextFor }
}

/** From yesterday, for clocks that differ, and short enough for Chromium, which refuses more than 398 days. */
function validity(now: Date): { notBeforeDate: Date; notAfterDate: Date } {
  const day = 86_400_000
  return { notBeforeDate: new Date(now.getTime() - day), notAfterDate: new Date(now.getTime() + 90 * day) }
}
