/** Row and column of a cell, from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell; `null` for a key that means nothing here. `perBand` columns make one state. */
export function moved(
  key: string,
  from: Place,
  size: { readonly rows: number; readonly columns: number; readonly perBand: number },
): Place | null {
  const within = (place: Place): Place => ({
    row: Math.min(size.rows - 1, Math.max(0, place.row)),
    column: Math.min(size.columns - 1, Math.max(0, place.column)),
  })
  const { row, column } = from
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'PageUp':
      return within({ row, column: column - size.perBand })
    case 'PageDown':
      return within({ row, column: column + size.perBand })
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return within({ row, column: size.columns - 1 })
    default:
      return null
  }
}
