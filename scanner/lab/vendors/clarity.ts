import { after, cookie, headerCookie, image, leave, post, script, store, type Emulation } from './vendor.ts'

const COLLECT = 'https://a.clarity.ms/collect'

/** Microsoft Clarity: the tag brings the recorder, the recorder sends the session in pieces and once more on leaving. */
export const clarity: Emulation = {
  id: 'clarity',
  purpose: 'analytics',
  tag: ({ account, cookieDomain }) =>
    script(
      `https://www.clarity.ms/tag/${account}`,
      [
        script('https://scripts.clarity.ms/0.8.5/clarity.js', [
          cookie('_clck', 365, { value: '{hex}^2^g3f^0^2241', domain: cookieDomain }),
          cookie('_clsk', 1, { value: '{hex}^{ms}^1^1^a.clarity.ms/collect', domain: cookieDomain }),
          store('session', '_cltk', '{hex}'),
          after(150, post('xhr', COLLECT, payload(account, 'page'))),
          leave(post('beacon', COLLECT, payload(account, 'end'))),
        ]),
        image('https://c.clarity.ms/c.gif', {
          cookies: [headerCookie('SM', null, { domain: '.c.clarity.ms', value: 'C' })],
        }),
      ],
      { cookies: [headerCookie('CLID', 365, { httpOnly: true })] },
    ),
}

function payload(account: string, part: string): string {
  return JSON.stringify({ e: ['0.8.5', account, '{cookie:_clck}', '{cookie:_clsk}', '{url}'], p: [part] })
}
