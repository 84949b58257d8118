import { createHash } from 'node:crypto'
import type { CanaryPart, ConsentState, Plan } from './model.ts'

/** An identity that nobody else has: wherever it turns up, this visitor's input went there. */
export interface Canary {
  readonly email: string
  readonly phone: string
  readonly firstName: string
  readonly lastName: string
  /** Values of click ids by their name. */
  readonly clickIds: Readonly<Record<string, string>>
}

export interface CanaryJourney {
  readonly run: number
  readonly state: ConsentState
}

/**
 * Each journey has its own, so that nothing typed in one state can be taken for another's. Made from the scan's salt
 * alone: whoever has the evidence can make it again. Nobody can be reached by it: example.com is reserved (RFC 2606),
 * and so are these British numbers (Ofcom, "Telephone numbers for drama use").
 */
export function canaryOf(salt: string, { run, state }: CanaryJourney, clickIds: readonly string[] = []): Canary {
  const secret = (of: string): Buffer => createHash('sha256').update(`${salt} canary ${run} ${state} ${of}`).digest()
  return {
    email: `canary-${secret('email').toString('hex').slice(0, 14)}@example.com`,
    phone: `+447700900${String(secret('phone').readUInt32BE() % 1000).padStart(3, '0')}`,
    firstName: spoken(secret('first name')),
    lastName: spoken(secret('last name')),
    clickIds: Object.fromEntries(clickIds.map((name) => [name, `Tt${secret(name).toString('hex').slice(0, 22)}`])),
  }
}

/** What is typed into a field. */
export function typedFor(canary: Canary, part: CanaryPart): string {
  switch (part) {
    case 'email':
      return canary.email
    case 'phone':
      return canary.phone
    case 'first-name':
      return canary.firstName
    case 'last-name':
      return canary.lastName
    case 'name':
      return `${canary.firstName} ${canary.lastName}`
  }
}

/** Whether there is anything of a canary's to be seen on the journeys of this plan. */
export function hasCanary({ clickIds, steps }: Plan): boolean {
  return clickIds.length > 0 || steps.some(({ fill }) => fill.some((each) => typeof each.with === 'string'))
}

/** The address as an advertisement would lead to it. */
export function withClickIds(url: string, { clickIds }: Canary): string {
  const names = Object.entries(clickIds)
  if (names.length === 0) return url
  const entry = new URL(url)
  for (const [name, value] of names) entry.searchParams.set(name, value)
  return entry.href
}

/** Ten letters that a form takes for a name. */
function spoken(bytes: Buffer): string {
  const letters = [...bytes.subarray(0, 10)].map((byte, index) => {
    const from = index % 2 === 0 ? CONSONANTS : VOWELS
    return from[byte % from.length] ?? ''
  })
  const word = letters.join('')
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'
