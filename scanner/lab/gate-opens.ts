import type { Gate } from './model.ts'

/**
 * Whether a tag behind this gate may start; `allowed` is the visitor's choice for its purpose, `null` while there is none.
 * Also serialized into pages, so it may use nothing from this module.
 */
export function gateOpens(gate: Gate, allowed: boolean | null): boolean {
  if (gate === 'always' || allowed === true) return true
  return allowed === null ? gate === 'leaky' : gate === 'defiant'
}
