/** What lets a scan in is shown when a person asks for it, and not to whoever looks over the shoulder. */
export const HIDDEN = '••••••••'

/** In `http://ann:sesame@proxy.example:8080`. */
const PASSWORD = /(?<=:)(?!\/\/)[^@]+(?=@)/

export function hiddenAddress(address: string): string {
  return address.replace(PASSWORD, HIDDEN)
}

/** What is still hidden in it is what it was in `kept`. */
export function revealedAddress(typed: string, kept: string): string {
  return typed.replace(PASSWORD, (word) => revealed(word, PASSWORD.exec(kept)?.[0] ?? ''))
}

/** Whoever types into what is hidden replaces it. */
export function revealed(typed: string, kept: string): string {
  return typed === HIDDEN ? kept : typed.replaceAll('•', '')
}
