import { createHash } from 'node:crypto'
import { Certificate, ExtKeyUsage, SignedData, TimeStampResp, TSTInfo, id_ExtKeyUsage } from 'pkijs'

/** What a time-stamp shows by itself. Whether its authority is to be trusted only somebody who knows it can say. */
export type TimestampCheck =
  | {
      readonly is: 'good'
      /** ISO 8601: by the clock of the authority. */
      readonly at: string
      /** The authority as its certificate names it. */
      readonly by: string
      /** SHA-256 of that certificate (DER). */
      readonly certificate: string
      readonly nonce: Uint8Array | null
    }
  | { readonly is: 'bad'; readonly why: string }

/** Checks a TimeStampResp (RFC 3161, DER) against the bytes it is said to be of; asks no network, and never throws. */
export async function checkTimestamp(response: Uint8Array, bytes: Uint8Array): Promise<TimestampCheck> {
  try {
    return await checked(response, bytes)
  } catch {
    return bad('it is no time-stamp')
  }
}

async function checked(response: Uint8Array, bytes: Uint8Array): Promise<TimestampCheck> {
  const { status, timeStampToken } = TimeStampResp.fromBER(copyOf(response))
  if (!GRANTED.has(status.status)) return bad(`the authority refused (status ${status.status})`)
  if (!timeStampToken) return bad('there is no token in it')
  const signed = new SignedData({ schema: timeStampToken.content })
  const content = signed.encapContentInfo.eContent
  if (signed.encapContentInfo.eContentType !== TST_INFO || !content) return bad('there is no time in it')
  const info = TSTInfo.fromBER(content.getValue())
  if (!isOf(info, bytes)) return bad('it is of other bytes')
  const by = signerOf(signed)
  if (!by) return bad('the certificate of its authority is not in it')
  if (!maySign(by, info.genTime)) return bad('its certificate may not, or could not then, give the time')
  const isSigned = await signed.verify({ signer: 0, data: copyOf(bytes) }).catch(() => false)
  if (!isSigned) return bad('its signature does not fit')
  return {
    is: 'good',
    at: info.genTime.toISOString(),
    by: nameOf(by),
    certificate: createHash('sha256')
      .update(new Uint8Array(by.toSchema(true).toBER()))
      .digest('hex'),
    nonce: info.nonce?.valueBlock.valueHexView ?? null,
  }
}

const GRANTED: ReadonlySet<number> = new Set([0, 1])
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const SHA256 = '2.16.840.1.101.3.4.2.1'

function isOf({ messageImprint }: TSTInfo, bytes: Uint8Array): boolean {
  const hash = createHash('sha256').update(bytes).digest()
  return (
    messageImprint.hashAlgorithm.algorithmId === SHA256 &&
    hash.equals(messageImprint.hashedMessage.valueBlock.valueHexView)
  )
}

function signerOf({ signerInfos, certificates = [] }: SignedData): Certificate | null {
  const [signer] = signerInfos
  if (!signer || !('serialNumber' in signer.sid)) return null
  const { issuer, serialNumber } = signer.sid
  const found = certificates.find(
    (each) => each instanceof Certificate && each.issuer.isEqual(issuer) && each.serialNumber.isEqual(serialNumber),
  )
  return found instanceof Certificate ? found : null
}

/** RFC 3161, 2.3: a key for nothing else, within the life of its certificate. */
function maySign({ extensions = [], notBefore, notAfter }: Certificate, at: Date): boolean {
  const usage = extensions.find(({ extnID }) => extnID === id_ExtKeyUsage)
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  return purposes.length === 1 && purposes[0] === TIME_STAMPING && at >= notBefore.value && at <= notAfter.value
}

/** `Example TSA, Example Ltd`: the common name and the organisation. */
function nameOf({ subject }: Certificate): string {
  const valueOf = (type: string): readonly string[] =>
    subject.typesAndValues.flatMap((each) => (each.type === type ? [each.value.valueBlock.value] : []))
  return [...valueOf('2.5.4.3'), ...valueOf('2.5.4.10')].join(', ') || 'an authority without a name'
}

function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function bad(why: string): TimestampCheck {
  return { is: 'bad', why }
}
