import { createHash } from 'node:crypto'
import { Integer, Null, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, id_sha256 } from 'pkijs'
import { checkTimestamp } from './timestamp-check.ts'

export interface TimestampOptions {
  /** Of a time-stamp authority that speaks RFC 3161 over HTTP. */
  readonly url: string
  /** Eight bytes that nobody can guess, so that an old answer cannot be given again. */
  readonly nonce: Uint8Array
  readonly signal: AbortSignal
}

/**
 * Has an authority vouch that these bytes are there now. It is told their SHA-256 and nothing else. Resolves to its answer, a
 * TimeStampResp in DER, checked; throws an `Error` that says what was wrong with it.
 */
export async function timestampOf(bytes: Uint8Array, options: TimestampOptions): Promise<Uint8Array> {
  const { url } = options
  const nonce = positive(options.nonce)
  const answer = await asked(queryOf(bytes, nonce), options)
  const check = await checkTimestamp(answer, bytes)
  if (check.is === 'bad') throw new Error(`${url} gave no time-stamp: ${check.why}`)
  if (check.nonce !== null && !Buffer.from(check.nonce).equals(nonce))
    throw new Error(`${url} answered another question than ours`)
  return answer
}

async function asked(query: Uint8Array<ArrayBuffer>, { url, signal }: TimestampOptions): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: query,
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  }).catch((cause: unknown) => {
    throw new Error(`${url} did not answer`, { cause })
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const answer = new Uint8Array(await response.arrayBuffer())
  if (answer.length > MOST_BYTES) throw new Error(`${url} answered with ${answer.length} bytes`)
  return answer
}

const PATIENCE_MS = 15_000

/** A token with a chain of certificates has a few thousand. */
const MOST_BYTES = 1 << 18

/** As a number in DER it must neither begin with zeros nor look negative. */
function positive(nonce: Uint8Array): Uint8Array {
  return nonce.with(0, ((nonce[0] ?? 0) & 0x3f) | 0x40)
}

function queryOf(bytes: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(createHash('sha256').update(bytes).digest()).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}
