import type { Protocol } from 'puppeteer-core'
import { NOW } from './fake-pen.ts'

/** A cookie as the browser's jar shows it (`Storage.getCookies`), for thirty days unless told otherwise. */
export function jarCookie(given: Partial<Protocol.Network.Cookie> = {}): Protocol.Network.Cookie {
  return {
    name: 'uid',
    value: '1',
    domain: 'shop.example',
    path: '/',
    expires: NOW / 1000 + 30 * 86_400,
    size: 4,
    httpOnly: false,
    secure: false,
    session: false,
    priority: 'Medium',
    sourceScheme: 'Secure',
    sourcePort: 443,
    ...given,
  }
}
