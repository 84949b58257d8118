import { cookie, get, script, type Emulation } from './vendor.ts'

/** Dynamics 365 Customer Insights - Journeys (real-time): the form loader and its tracking cookie. */
export const dynamics365: Emulation = {
  id: 'dynamics-365',
  purpose: 'marketing',
  tag: ({ account, cookieDomain }) =>
    script('https://cxppusa1formui01cdnsa01-endpoint.azureedge.net/eur/FormLoader/FormLoader.bundle.js', [
      cookie('msdynci_trackingContext', 365, { domain: cookieDomain, secure: true, sameSite: 'Lax' }),
      get(
        'fetch',
        `https://public-eur.mkt.dynamics.com/api/v1.0/orgs/${account}/landingpageforms/forms/5f1c7a62-0c1e-ee11-9966-000d3a2b8f10`,
      ),
    ]),
}
