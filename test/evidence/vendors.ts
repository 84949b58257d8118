import type { Identification, Sighting } from '../../scanner/model.ts'

/** What the knowledge base says; what is left out is as for a vendor of that name and category on its own host. */
export type Who = Partial<Sighting> & Pick<Identification, 'name' | 'category'>

export const CLARITY: Who = { vendorId: 'microsoft-clarity', name: 'Microsoft Clarity', category: 'analytics' }
export const META: Who = { vendorId: 'meta-pixel', name: 'Meta Pixel', category: 'marketing' }
export const ANALYTICS: Who = { vendorId: 'google-analytics', name: 'Google Analytics', category: 'analytics' }
export const KARTRA: Who = { vendorId: 'kartra', name: 'Kartra', category: 'marketing', disputed: true }
export const TAG_MANAGER: Who = {
  vendorId: 'google-tag-manager',
  name: 'Google Tag Manager',
  category: 'functional',
  disputed: true,
  purpose: 'load',
}
export const RECAPTCHA: Who = {
  vendorId: 'recaptcha',
  name: 'Google reCAPTCHA',
  category: 'functional',
  disputed: true,
}
/** Statistics without any storage. */
export const COUNTER: Who = { vendorId: 'counter', name: 'Counter', category: 'analytics', disputed: true }
export const SITE: Who = {
  vendorId: null,
  name: 'shop.lab.example',
  category: 'necessary',
  layer: 'site',
  party: 'first',
}
export const NOBODY: Who = { vendorId: null, name: 'cdn.unknown.example', category: 'unclassified', layer: 'none' }
