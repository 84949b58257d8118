import type { Act, CookieSpec } from '../model.ts'
import { after, cookie, headerCookie } from '../vendors/vendor.ts'
import { ask, behind, dropCookie, framed, nothing, own, storeCookie } from './making.ts'

const SITE = 'https://wire.lab.example'
const PARTNER = 'https://cookies.wire-partner.example'

const secure = { secure: true, sameSite: 'Lax' } as const

/** Cookies written, written over, deleted and refused, by header and by both ways of scripts. */
export const cookiesPage: { readonly cookies: readonly CookieSpec[]; readonly acts: readonly Act[] } = {
  cookies: [
    own('http_session', null, { httpOnly: true }),
    own('http_long', 800),
    own('http_hour', 1 / 24, { domain: '.lab.example' }),
    own('http_doomed', 10),
    own('http_over', 10),
    own('__Host-good', 10),
    own('__Host-bad', 10, { domain: '.lab.example' }),
    own('__Secure-bad', 10, { secure: false }),
    own('http_none_insecure', 10, { secure: false, sameSite: 'None' }),
    own('http_elsewhere', 10, { domain: '.wire-partner.example' }),
    own('http_path', 10, { path: '/cookies' }),
  ],
  acts: [
    cookie('script_session', null, secure),
    cookie('script_year', 365, { ...secure, domain: '.lab.example' }),
    cookie('script_over', 1, secure),
    cookie('script_over', 30, secure),
    cookie('script_doomed', 1, secure),
    cookie('script_doomed', 0, secure),
    cookie('script_http_only', 5, { ...secure, httpOnly: true }),
    cookie('http_session', 5, secure),
    cookie('script_none_insecure', 5, { sameSite: 'None' }),
    cookie('script_elsewhere', 5, { ...secure, domain: '.wire-partner.example' }),
    cookie('__Host-script-bad', 5, { ...secure, path: '/cookies' }),
    storeCookie('pair', 'store_pair', null),
    storeCookie('record', 'store_record', 45),
    storeCookie('record', 'store_over', 2),
    storeCookie('record', 'store_over', 20),
    storeCookie('pair', 'store_doomed', null),
    after(60, dropCookie('pair', 'store_doomed')),
    storeCookie('pair', 'store_doomed_by_record', null),
    after(60, dropCookie('record', 'store_doomed_by_record')),
    after(
      80,
      ask('brief-fetch', `${SITE}/api/cookies`, {
        answer: nothing(own('http_doomed', 0), own('http_over', 20), own('script_over', 60)),
      }),
    ),
    ask('image', `${PARTNER}/third`, {
      answer: {
        kind: 'pixel',
        cookies: [
          headerCookie('third_none', 90),
          headerCookie('third_partitioned', 90, { partitioned: true }),
          headerCookie('third_lax', 90, { sameSite: 'Lax' }),
          headerCookie('third_strict', 90, { sameSite: 'Strict' }),
          headerCookie('third_unset', 90, { sameSite: null }),
        ],
      },
    }),
    ask('frame', `${PARTNER}/frame`, {
      answer: framed([
        cookie('third_script_none', 9, { secure: true, sameSite: 'None' }),
        cookie('third_script_partitioned', 9, { secure: true, sameSite: 'None', partitioned: true }),
        cookie('third_script_unset', 9),
        cookie('third_script_lax', 9, { secure: true, sameSite: 'Lax' }),
      ]),
    }),
    behind('gated', '/cookies', cookie('gated_by_script', 180, secure)),
    behind('leaky', '/cookies', cookie('leaky_by_script', 180, secure)),
  ],
}
