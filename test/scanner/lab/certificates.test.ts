import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeCertificates } from '../../../scanner/lab/certificates.ts'

const now = (): Date => new Date('2026-11-21T12:00:00Z')

test('the certificate of the known hosts comes with the authority that signed it', async () => {
  const { cert, caPem } = await makeCertificates(['a.example', 'b.example'], now)
  const authority = new X509Certificate(caPem)
  const leaf = new X509Certificate(cert)
  expect(leaf.verify(authority.publicKey)).toBe(true)
  expect(authority.ca).toBe(true)
  expect(leaf.checkHost('b.example')).toBe('b.example')
  expect(leaf.checkHost('c.example')).toBeUndefined()
  expect(cert.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
})

test('a certificate is short-lived enough for Chromium and already valid', async () => {
  const { cert } = await makeCertificates([], now)
  const { validFromDate, validToDate } = new X509Certificate(cert)
  expect(validFromDate.getTime()).toBeLessThan(now().getTime())
  expect((validToDate.getTime() - validFromDate.getTime()) / 86_400_000).toBeLessThan(398)
})

test('an unknown host gets one certificate, made once', async () => {
  const { contextFor } = await makeCertificates(['a.example'], now)
  expect(await contextFor('new.example')).toBe(await contextFor('new.example'))
  expect(await contextFor('a.example')).not.toBe(await contextFor('new.example'))
})
