import { frame, headerCookie, script, store, type Emulation } from './vendor.ts'

/** reCAPTCHA: a script, its release, and a frame of google.com that keeps state of its own. */
export const recaptcha: Emulation = {
  id: 'recaptcha',
  purpose: 'functional',
  tag: ({ account }) =>
    script(`https://www.google.com/recaptcha/api.js?render=${account}`, [
      script('https://www.gstatic.com/recaptcha/releases/lab0pQ2vX1mZkT7wYfR4s/recaptcha__en.js', [
        store('local', '_grecaptcha', '09A{uuid}'),
        frame(
          `https://www.google.com/recaptcha/api2/anchor?k=${account}`,
          [
            store('local', 'rc::a', '{uuid}', 'absent'),
            store('local', 'rc::f', '{digits}', 'absent'),
            store('session', 'rc::c', '{s}'),
          ],
          { cookies: [headerCookie('_GRECAPTCHA', 180, { path: '/recaptcha', httpOnly: true, value: '09A{id}' })] },
        ),
      ]),
    ]),
}
