import { expect, test } from 'vitest'
import { players } from '../../../scanner/collectors/players.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeSession } from '../../evidence/fake-session.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'
import { inventoried } from '../../evidence/inventoried.ts'

function recorded() {
  const { pen, drafts } = fakePen()
  const page = fakeTarget()
  const recording = players.begin(pen)
  recording.attach(page.target)
  const happens = (playerId: string, ...events: readonly object[]) =>
    page.tell('Media.playerEventsAdded', {
      playerId,
      events: events.map((event) => ({ timestamp: 1, value: JSON.stringify(event) })),
    })
  const has = (playerId: string, name: string, value: string) =>
    page.tell('Media.playerPropertiesChanged', { playerId, properties: [{ name, value }] })
  const told = async () => {
    const browser = fakeSession().session
    await inventoried(recording.snapshot?.({ browser, browserContextId: 'C1', targets: [page.target] }))
    return drafts('players').at(-1)?.players
  }
  return { page, happens, has, told }
}

const VIDEO = 'https://cdn.example/film.mp4'

test('a player is told with what it was given, whether anything was in it, and whether it played', async () => {
  const { happens, has, told } = recorded()
  has('a', 'kFrameUrl', 'https://shop.example/?visitor=7')
  happens('a', { event: 'kLoad', url: `${VIDEO}?token=1` })
  has('a', 'kVideoTracks', '[{"codec":"h264"}]')
  happens('a', { event: 'kPlay' })
  happens('b', { event: 'kLoad', url: 'blob:https://shop.example/1' })
  has('b', 'kAudioTracks', '[]')
  happens('c', { event: 'kWebMediaPlayerCreated' })
  expect(await told()).toEqual([
    { page: 'https://shop.example/', source: VIDEO, hasMedia: true, played: true },
    { page: '', source: 'blob:', hasMedia: false, played: false },
  ])
})

test('a player that is gone, or whose page was left, is told no more', async () => {
  const { page, happens, told } = recorded()
  happens('a', { event: 'kLoad', url: VIDEO })
  happens('b', { event: 'kLoad', url: VIDEO })
  happens('a', { event: 'kWebMediaPlayerDestroyed' })
  expect(await told()).toHaveLength(1)
  page.tell('Page.frameNavigated', { type: 'Navigation', frame: { id: 'F1' } as never })
  expect(await told()).toEqual([])
})
