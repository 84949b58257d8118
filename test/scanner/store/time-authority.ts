import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from './temporary-folder.ts'

/** A time-stamp authority on loopback; OpenSSL gives the time, so that nothing of ours vouches for ours. */
export interface TimeAuthority {
  readonly url: string
  /** Its certificate, PEM: for those who trust it. */
  readonly certificate: string
  close(): Promise<void>
}

export interface AuthorityOptions {
  /** What its certificate may be used for. */
  readonly purpose?: string
  /** In place of what OpenSSL would answer. */
  readonly answer?: RequestListener
}

const openssl = (words: readonly string[]): Promise<unknown> => promisify(execFile)('openssl', words)

export async function timeAuthority({
  purpose = 'timeStamping',
  answer,
}: AuthorityOptions = {}): Promise<TimeAuthority> {
  const folder = await temporaryFolder()
  const at = (name: string): string => join(folder, name)
  await writeFile(at('serial'), '01\n')
  await writeFile(
    at('tsa.cnf'),
    `[req]\nprompt=no\ndistinguished_name=name\nx509_extensions=use\n[name]\nCN=Test Clock\nO=Tagtrail Tests\n[use]\nextendedKeyUsage=critical,${purpose}
[tsa]\ndefault_tsa=clock\n[clock]\nserial=${at('serial')}\nsigner_cert=${at('tsa.pem')}\nsigner_key=${at('tsa.key')}\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n`,
  )
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  await openssl([...make, '-config', at('tsa.cnf'), '-keyout', at('tsa.key'), '-out', at('tsa.pem')])

  const stamp: RequestListener = (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void writeFile(at('query'), Buffer.concat(parts))
        .then(() => openssl(['ts', '-reply', '-config', at('tsa.cnf'), '-queryfile', at('query'), '-out', at('reply')]))
        .then(() => readFile(at('reply')))
        .then(
          (reply) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply),
          (error: unknown) => response.writeHead(500).end(String(error)),
        )
    })
  }
  const server = createServer(answer ?? stamp).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    certificate: at('tsa.pem'),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
