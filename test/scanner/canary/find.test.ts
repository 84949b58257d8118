import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canaryOf } from '../../../scanner/canary.ts'
import { findIn } from '../../../scanner/canary/find.ts'
import { needlesOf } from '../../../scanner/canary/needles.ts'

const canary = canaryOf('00ff', { run: 1, state: 'accepted' }, ['gclid'])
const needles = needlesOf(canary)
const { email, phone, firstName, lastName } = canary
const gclid = canary.clickIds['gclid'] ?? ''
const hash = (algorithm: string, value: string): Buffer => createHash(algorithm).update(value).digest()
const base64 = (value: string): string => Buffer.from(value).toString('base64')

function found(text: string): readonly string[] {
  return findIn(text, needles).map(({ what, clickId, encoding }) => `${clickId ?? what} ${encoding}`)
}

for (const [name, text, ...expected] of [
  ['as it was typed', `{"email":"${email}"}`, 'email plain'],
  ['in capitals', `EMAIL=${email.toUpperCase()}`, 'email case-folded'],
  ['percent-encoded', `https://a.example/?em=${encodeURIComponent(email)}`, 'email url'],
  ['percent-encoded twice', `u=${encodeURIComponent(encodeURIComponent(`?em=${email}`))}`, 'email url'],
  ['with every letter percent-encoded', Buffer.from(email).toString('hex').replaceAll(/../g, '%$&'), 'email url'],
  ['escaped as JSON may be', email.replace('@', '\\u0040'), 'email url'],
  ['in base64', base64(email), 'email base64'],
  ['in base64 behind one letter', base64(`x${email}`), 'email base64'],
  ['in base64 behind two letters', base64(`xy${email}`), 'email base64'],
  ['in base64 with a word before it', `v1_${base64(JSON.stringify({ email }))}`, 'email base64'],
  ['in base64 for addresses', Buffer.from(`{"e":"${email}","o":"??>>"}`).toString('base64url'), 'email base64'],
  ['in base64 that is percent-encoded', encodeURIComponent(base64(`>>>${email}`)), 'email base64'],
  ['percent-encoded in base64', base64(`em=${encodeURIComponent(email)}&x=1`), 'email base64'],
  ['as MD5', `h=${hash('md5', email).toString('hex')}`, 'email md5-hex'],
  ['as SHA-1 in capitals', hash('sha1', email).toString('hex').toUpperCase(), 'email sha1-hex'],
  ['as SHA-256', `udff[em]=${hash('sha256', email).toString('hex')}`, 'email sha256-hex'],
  ['as SHA-512', hash('sha512', email).toString('hex'), 'email sha512-hex'],
  [
    'as SHA-256 in base64 for addresses',
    `em=tv.1~em.${hash('sha256', email).toString('base64url')}`,
    'email sha256-base64',
  ],
  ['as SHA-256 in base64', encodeURIComponent(hash('sha256', email).toString('base64')), 'email sha256-base64'],
  ['as MD5 in base64', hash('md5', email).toString('base64'), 'email md5-base64'],
  ['as SHA-512 in base64', hash('sha512', email).toString('base64'), 'email sha512-base64'],
  [
    'as SHA-256 inside base64',
    base64(JSON.stringify({ em: hash('sha256', email).toString('hex') })),
    'email sha256-hex',
  ],
  ['in two forms at once', `${email} ${hash('md5', email).toString('hex')}`, 'email plain', 'email md5-hex'],
  ['a phone number with its country', phone, 'phone plain'],
  ['a phone number without', `0${phone.slice(3)}`, 'phone plain'],
  ['a phone number in base64', base64(`tel:${phone}`), 'phone base64'],
  ['a phone number as SHA-256 of its digits', hash('sha256', phone.slice(1)).toString('hex'), 'phone sha256-hex'],
  ['a phone number as SHA-256 with its sign', hash('sha256', phone).toString('hex'), 'phone sha256-hex'],
  ['a whole name', `n=${firstName}+${lastName}`, 'first-name plain', 'last-name plain'],
  ['a first name in small letters', firstName.toLowerCase(), 'first-name case-folded'],
  [
    'a last name as SHA-256 of small letters',
    hash('sha256', lastName.toLowerCase()).toString('hex'),
    'last-name sha256-hex',
  ],
  ['a click id', `fb.1.1763700000000.${gclid}`, 'gclid plain'],
  ['a click id in an address in an address', encodeURIComponent(`https://s.example/?gclid=${gclid}`), 'gclid plain'],
  ['a click id as SHA-1', hash('sha1', gclid).toString('hex'), 'gclid sha1-hex'],
] as const)
  test(`${name} is found`, () => expect(found(text)).toEqual(expected))

const stranger = canaryOf('00ff', { run: 1, state: 'rejected' }, ['gclid'])
for (const [name, text] of [
  ['nothing', ''],
  ['an address of somebody else', stranger.email],
  ['a digest of somebody else', hash('sha256', stranger.email).toString('hex')],
  ['the domain alone', 'someone@example.com'],
  ['a digest cut short', hash('sha256', email).toString('hex').slice(0, 40)],
  ['broken percent-encoding', '%E0%A4%A %zz %'],
  ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)).toString('latin1')],
  ['a click id of another visitor', stranger.clickIds['gclid'] ?? ''],
] as const)
  test(`${name} is no sign of the canary`, () => expect(found(text)).toEqual([]))
