import { expect, test } from 'vitest'
import { cookiehub } from '../../../scanner/signals/cookiehub.ts'

test.each([
  [
    'refused',
    'eyJhbnN3ZXJlZCI6dHJ1ZSwicmV2aXNpb24iOjEsImNhdGVnb3JpZXMiOlt7ImNpZCI6MSwiaWQiOiJuZWNlc3NhcnkiLCJ2YWx1ZSI6dHJ1ZX0seyJjaWQiOjMsImlkIjoiYW5hbHl0aWNzIiwidmFsdWUiOmZhbHNlfSx7ImNpZCI6NCwiaWQiOiJtYXJrZXRpbmciLCJ2YWx1ZSI6ZmFsc2V9XX0=',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  [
    'accepted',
    'eyJhbnN3ZXJlZCI6dHJ1ZSwicmV2aXNpb24iOjEsImNhdGVnb3JpZXMiOlt7ImNpZCI6MSwiaWQiOiJuZWNlc3NhcnkiLCJ2YWx1ZSI6dHJ1ZX0seyJjaWQiOjMsImlkIjoiYW5hbHl0aWNzIiwidmFsdWUiOnRydWV9LHsiY2lkIjo0LCJpZCI6Im1hcmtldGluZyIsInZhbHVlIjp0cnVlfV19',
    { says: 'granted', granted: ['analytics', 'marketing'], denied: [] },
  ],
  [
    'nobody has answered',
    'eyJhbnN3ZXJlZCI6ZmFsc2UsInJldmlzaW9uIjoxLCJjYXRlZ29yaWVzIjpbeyJjaWQiOjEsImlkIjoibmVjZXNzYXJ5IiwidmFsdWUiOnRydWV9LHsiY2lkIjozLCJpZCI6ImFuYWx5dGljcyIsInZhbHVlIjp0cnVlfSx7ImNpZCI6NCwiaWQiOiJtYXJrZXRpbmciLCJ2YWx1ZSI6dHJ1ZX1dfQ==',
    { says: 'unset', granted: [], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(cookiehub.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'eyJ', 'e30x!', 'eyJhbnN3ZXJlZCI6dHJ1ZX0='])('%j cannot be read, and says why', (raw) => {
  expect(cookiehub.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
