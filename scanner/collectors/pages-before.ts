/** Tells whether a request is of a page that was left, by the loader of its document. */
export interface PagesBefore {
  /** True for a last word of a page before; any other is noted as of the page there is now. */
  has(loaderId: string): boolean
  /** A page ends here, or goes on as the one before. */
  end(): void
}

export function pagesBefore(): PagesBefore {
  const before = new Set<string>()
  const now = new Set<string>()
  return {
    has(loaderId) {
      if (before.has(loaderId)) return true
      // Workers have no loader: theirs is the empty name, which says nothing of any page.
      if (loaderId !== '') now.add(loaderId)
      return false
    },
    end() {
      for (const loaderId of now) before.add(loaderId)
      now.clear()
      for (const loaderId of before) {
        if (before.size <= MOST_LOADERS) return
        before.delete(loaderId)
      }
    },
  }
}

/** Far more documents than a page has frames. */
const MOST_LOADERS = 1_000
