import { createHash } from 'node:crypto'
import type { Act } from '../model.ts'
import { after, cookie, leave, post, script, store, type Emulation } from './vendor.ts'

/**
 * Kartra on a custom domain: finds or makes a visitor id, remembers the affiliate of the address without asking, and
 * sends how long and how far the visitor read when the page is hidden or left.
 */
export const kartra: Emulation = {
  id: 'kartra',
  purpose: 'marketing',
  tag: ({ account, pages }) =>
    script(`https://app.kartra.com/resources/js/analytics/${account}`, [
      cookie('kuuid', 365, { secure: true, sameSite: 'Lax', write: 'absent' }),
      {
        do: 'with-query',
        names: ['kaff', 'kmid'],
        acts: [cookie('kaff_{query:kmid}', 30, { value: '{query:kaff}', secure: true, sameSite: 'None' })],
      },
      ...pages.map(({ path }): Act => ({ do: 'on-page', paths: [path], acts: onPage(pageHash(account, path)) })),
    ]),
}

function onPage(page: string): readonly Act[] {
  const report = JSON.stringify({
    unique_string: '{hex}',
    time_on_page: '{seconds}',
    page_fully_loaded: 1,
    user_max_scroll: '{scroll}',
    user_page_height: '{height}',
    device_type: 'desktop',
    location: '{url}',
  })
  return [
    store('local', `countdown-${page}`, '{ms}', 'absent'),
    script(`https://app.kartra.com/resources/js/page_check?page_id=${page}`, [
      after(40, cookie('kartrapage_popwindow{path}', 30, { value: 'visited' })),
    ]),
    leave(post('beacon', `https://app.kartra.com/analytics/visitorTime/${page}`, report)),
  ]
}

/** Kartra names pages by 12 characters. */
function pageHash(account: string, path: string): string {
  return createHash('sha256').update(account).update(path).digest('hex').slice(0, 12)
}
