const isMac = /^(mac|iph|ipad)/i.test(navigator.platform)

/** `Ctrl K` as it stands on the keys of this machine: `⌘ K` on a Mac. */
export function keyName(keys: string): string {
  return keys.replace('Mod', isMac ? '⌘' : 'Ctrl')
}
