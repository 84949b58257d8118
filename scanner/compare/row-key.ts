import type { Sighting } from '../model.ts'
import { steadyName } from '../words.ts'

/** Names a vendor in both scans: what nobody has a record of stands for itself, without what is made anew each time. */
export function rowKey({ vendorId, name }: { readonly vendorId: string | null; readonly name: string }): string {
  return vendorId ?? steadyName(name)
}

/** The row of the matrix that shows it; unknown hosts of one site go by their hosts there. */
export function rowNameOf({ vendorId, host, name }: Sighting): string {
  return vendorId === null && host.endsWith(`.${name}`) ? host : name
}
