import type { Store } from './runtime-model.ts'

/** A page's own storage, written on every visit. Serialized into the page: it may use nothing from this module. */
export function runStores(stores: readonly Store[]): void {
  for (const { area, name, value, days } of stores) {
    const text = value.replaceAll('[[uuid]]', crypto.randomUUID())
    if (area === 'local') localStorage.setItem(name, text)
    else if (area === 'session') sessionStorage.setItem(name, text)
    else
      document.cookie = `${name}=${text}; path=/; samesite=Lax; secure${days === 0 ? '' : `; max-age=${days * 86_400}`}`
  }
}
