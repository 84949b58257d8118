import * as z from 'zod'
import { address } from './addresses.ts'
import { line, oneOf, repeated, section, text } from './checks.ts'
import { quoted } from './words.ts'
import { told } from '../said.ts'

/** An element as a person would name it, or a CSS selector. */
export const target = z.union([section({ role: line, name: line }), section({ selector: line })])

const id = text(
  /^[a-z0-9][a-z0-9_-]{0,63}$/,
  told`an id of lower-case letters, digits, "-" and "_", such as "opt-in" (it becomes a file name)`,
)

const fill = section({
  field: target,
  with: z
    .union([oneOf(['email', 'phone', 'first-name', 'last-name', 'name']), section({ text: line })])
    .describe("A part of the scan's own identity, which is looked for in all that leaves the browser, or your words."),
})

const step = section({
  id,
  label: line.optional(),
  role: oneOf(['landing', 'opt-in', 'thank-you', 'sales', 'checkout', 'upsell', 'page']).default('page'),
  go: z.union([section({ url: address }), section({ click: target }), section({ submit: target })]),
  goal: oneOf(['opt-in', 'page-visit', 'purchase']).nullable().default(null),
  fill: z.array(fill).default([]).describe('What the visitor types on this page once it is quiet.'),
}).describe(
  'A page of the funnel, and how the visitor comes to it: by address, or by a click on the page before, which `submit` says sends a form.',
)

export const steps = z
  .array(step)
  .min(1, { error: told`no step; a plan visits at least one page` })
  .superRefine((list, context) => {
    const [first] = list
    const message = told`the first step has no page to click on yet; give it an address: go: { url: / }`
    if (first && !('url' in first.go)) context.addIssue({ code: 'custom', path: [0, 'go'], message })
    for (const [index, each] of repeated(list, (other) => other.id))
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: told`id ${quoted(each.id)} is taken by an earlier step`,
      })
  })
