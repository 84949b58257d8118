import type { Act } from '../model.ts'
import { ask, behind, framed, reads, scripted } from './making.ts'

const READER = 'https://reader.wire-broker.example'

/** Reads what tells devices apart, from a script of another host and from a frame. */
export const devicePage: readonly Act[] = [
  ask('script', `${READER}/print.js`, {
    answer: scripted([
      ...reads(1, 'HTMLCanvasElement.toDataURL', 'CanvasRenderingContext2D.getImageData', 'RTCPeerConnection'),
      ...reads(2, 'CanvasRenderingContext2D.measureText', 'FontFaceSet.check', 'OfflineAudioContext'),
      ...reads(3, 'Screen.width', 'Navigator.plugins'),
      ...reads(1, 'WebGLRenderingContext.getParameter', 'Screen.colorDepth'),
    ]),
  }),
  ask('frame', `${READER}/frame`, {
    answer: framed(reads(1, 'Screen.width', 'Navigator.hardwareConcurrency')),
  }),
  behind('gated', '/device', ask('script', `${READER}/more.js`, { answer: scripted(reads(4, 'Navigator.languages')) })),
]
