/** Brings the catalog from one version of its shape to the next one; what it is given has the shape of `from`. */
export interface Migration {
  readonly from: number
  migrate(content: Readonly<Record<string, unknown>>): Record<string, unknown>
}
