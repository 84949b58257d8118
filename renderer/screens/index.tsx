import type { RouteObject } from 'react-router'
import { Frame } from '../frame.tsx'
import { ClientScreen } from './client.tsx'
import { Compare } from './compare/compare.tsx'
import { Funnel } from './funnel/funnel.tsx'
import { Home } from './home.tsx'
import { EditVendor } from './knowledge/edit-vendor.tsx'
import { Knowledge } from './knowledge/knowledge.tsx'
import { Vendor } from './knowledge/vendor.tsx'
import { NewFunnel } from './new-funnel.tsx'
import { NotFound } from './not-found.tsx'
import { Reports } from './reports.tsx'
import { Scan } from './scan.tsx'
import { Settings } from './settings/settings.tsx'

/** Every screen and its address; the addresses are cited and bookmarked, so they stay. */
export const screens: RouteObject[] = [
  {
    Component: Frame,
    children: [
      { index: true, Component: Home },
      { path: 'clients/:id', Component: ClientScreen },
      { path: 'clients/:id/new-funnel', Component: NewFunnel },
      { path: 'funnels/:id', Component: Funnel },
      { path: 'scans/:id/reports', Component: Reports },
      { path: 'scans/:id/:tab?', Component: Scan },
      { path: 'compare', Component: Compare },
      { path: 'knowledge', Component: Knowledge },
      { path: 'knowledge/:id', Component: Vendor },
      { path: 'knowledge/:id/edit', Component: EditVendor },
      { path: 'settings', Component: Settings },
      { path: '*', Component: NotFound },
    ],
  },
]
