import * as z from 'zod'
import type { ConsentState } from '../model.ts'
import { CONSENT_STATES } from '../states.ts'
import { distinct, oneOf, section } from './checks.ts'
import { told } from '../said.ts'

const PARTS = ['functional', 'analytics', 'marketing'] as const

const accepted = distinct(oneOf(PARTS))
  .min(1, { error: told`nothing is accepted; write rejected for that` })
  .max(PARTS.length - 1, { error: told`that is all there is; write accepted for that` })
  .transform((list): ConsentState => {
    const id = `accepted:${PARTS.filter((part) => list.includes(part)).join('+')}`
    return CONSENT_STATES.find((state) => state === id) ?? 'accepted'
  })

const part = section({ accepted }).transform((written) => written.accepted)

/** What the visitor chooses. A part is written `{ accepted: [analytics] }`, or `accepted:analytics` where only text will do. */
export const states = distinct(z.union([oneOf(CONSENT_STATES), part]))
  .min(1, { error: told`no state; leave the key out to scan no-choice, rejected and accepted` })
  .describe('What the visitor chooses; each in a browser context of its own.')
