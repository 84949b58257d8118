import {
  jsonInBase64,
  jsonObject,
  readCategories,
  unreadable,
  type Decoded,
  type Reading,
  type Signal,
} from './signal.ts'

/** Didomi keeps enabled and disabled purposes in a cookie, as JSON in base64. */
export const didomi: Signal = {
  standard: 'didomi',
  title: 'Didomi',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^didomi_token$/ },
    {
      in: 'page',
      expression: `(() => {
        const purposes = window.Didomi?.getCurrentUserStatus?.()?.purposes
        if (!purposes || window.Didomi.shouldUserStatusBeCollected?.()) return null
        const having = (enabled) => Object.values(purposes).filter((purpose) => purpose.enabled === enabled).map(({ id }) => id)
        return JSON.stringify({ purposes: { enabled: having(true), disabled: having(false) } })
      })()`,
    },
  ],
  decode(raw) {
    const token = jsonObject(raw) ?? jsonInBase64(raw)
    if (!token) return unreadable('neither JSON nor base64 of it')
    return readPurposes(Object(token['purposes']) as Readonly<Record<string, unknown>>)
  },
}

function readPurposes(purposes: Readonly<Record<string, unknown>>): Decoded<Reading> {
  const named = (list: unknown, is: boolean): readonly (readonly [string, boolean])[] =>
    Array.isArray(list) ? list.filter((id) => typeof id === 'string').map((id) => [id, is] as const) : []
  return readCategories([...named(purposes['enabled'], true), ...named(purposes['disabled'], false)])
}
