import { implement } from '@orpc/server'
import { contract } from '../contract.ts'
import type { AppLog } from './app-log.ts'
import { asContractError } from './failures.ts'

export type Implementer = ReturnType<typeof implementer>

/** Where every part of the service begins: the contract, with failures told in its words. */
export function implementer(log: AppLog) {
  return implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (reason) {
      throw asContractError(reason, log)
    }
  })
}
