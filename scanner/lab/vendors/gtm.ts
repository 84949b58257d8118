import { script, type Emulation } from './vendor.ts'

/** Google Tag Manager: sets no cookie itself and brings whatever tags the container holds. */
export const gtm: Emulation = {
  id: 'gtm',
  purpose: 'analytics',
  tag: ({ account, contained }) => script(`https://www.googletagmanager.com/gtm.js?id=${account}`, contained),
}
