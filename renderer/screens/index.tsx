import type { RouteObject } from 'react-router'
import { Frame } from '../frame.tsx'
import { Home } from './home.tsx'
import { NotFound } from './not-found.tsx'
import { Scan } from './scan.tsx'

/** Every screen and its address; the addresses are cited and bookmarked, so they stay. */
export const screens: RouteObject[] = [
  {
    Component: Frame,
    children: [
      { index: true, Component: Home },
      { path: 'scans/:id/:tab?', Component: Scan },
      { path: '*', Component: NotFound },
    ],
  },
]
