import { makeCertificates } from '../../scanner/lab/certificates.ts'
import { openFrontDoor } from '../../scanner/lab/front-door.ts'
import { weightyHosts, weightyPages, weightyUrls } from './weighty-pages.ts'

export interface WeightyFunnel {
  readonly httpsAddress: string
  readonly urls: readonly string[]
  /** What was answered since this was asked last. */
  weight(): Weight
  close(): Promise<void>
}

export interface Weight {
  readonly requests: number
  readonly bytes: number
}

/** Serves pages of the weight that those of ordinary funnels have; nothing is cached, so each has its full weight. */
export async function startWeightyFunnel(): Promise<WeightyFunnel> {
  const answerTo = await weightyPages()
  let told: Weight = { requests: 0, bytes: 0 }
  const door = await openFrontDoor({
    ports: [0],
    certificates: await makeCertificates(weightyHosts, () => new Date()),
    listener: () => (request, response) => {
      const { type, body } = answerTo(new URL(`https://${request.headers.host ?? ''}${request.url ?? '/'}`))
      told = { requests: told.requests + 1, bytes: told.bytes + body.length }
      request.resume()
      response.writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        ...(type === 'text/html' && { 'set-cookie': 'visit=1; path=/; secure; samesite=none' }),
      })
      response.end(body)
    },
    upgrade: (_scheme, _request, socket) => socket.destroy(),
  })
  return {
    httpsAddress: door.addresses[0] ?? '',
    urls: weightyUrls,
    weight: () => {
      const since = told
      told = { requests: 0, bytes: 0 }
      return since
    },
    close: () => door.close(),
  }
}
