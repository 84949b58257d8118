import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { expect, onTestFinished, test } from 'vitest'
import type { AppChange, Client } from '../../main/contract.ts'
import { mainPort } from './electron/stand-in.ts'
import { openApp, type OpenApp } from './open-app.ts'

/** What a window of Electron has: one end of a channel, the other with the program. */
function overPort({ service }: OpenApp): Client {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  new RPCHandler(service.router).upgrade(mainPort(port2))
  port2.start()
  return createORPCClient(new RPCLink({ port: port1 }))
}

/** Everything that crosses the line in another way than plain values do. */
const CONTRACT: Readonly<Record<string, (client: Client) => Promise<void>>> = {
  'a value goes and comes, in any script': async (client) => {
    const { name, note } = await client.projects.save({ name: 'Müller & Söhne', note: '\u202Eعربي 😀\u0000' })
    expect({ name, note }).toEqual({ name: 'Müller & Söhne', note: '\u202Eعربي 😀\u0000' })
  },
  'defaults are filled in, and null is no absence': async (client) => {
    expect(await client.funnels.list({})).toEqual(await client.funnels.list({ projectId: null }))
    expect(await client.settings.calibration()).toBeNull()
  },
  'what no schema lets in is refused': async (client) =>
    expect(client.scans.get({ id: '../x' })).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 }),
  'what is not there is told in the words of the contract': async (client) =>
    expect(client.scans.get({ id: 'gone' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      defined: true,
      data: { what: 'scan' },
    }),
  'a failure of the world keeps its code': async (client) =>
    expect(client.settings.change({ proxy: 'none' })).rejects.toMatchObject({
      code: 'SCAN_ERROR',
      defined: true,
      data: { code: 'plan-invalid' },
    }),
  'a stream tells what happens, until the window has heard enough': async (client) => {
    const heard: AppChange['type'][] = []
    for await (const change of await client.app.changes()) {
      heard.push(change.type)
      if (heard.length === 2) break
      await client.settings.change({ runs: 2 })
    }
    expect(heard).toEqual(['hello', 'changed'])
  },
  'a stream fails in the words of the contract': async (client) => {
    const failing = async (): Promise<void> => {
      for await (const event of await client.scans.export({ id: 'gone' })) void event
    }
    await expect(failing()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'scan' } })
  },
  'a stream ends when its window gives it up': async (client) => {
    const stop = new AbortController()
    const changes = await client.app.changes(undefined, { signal: stop.signal })
    expect(await changes.next()).toMatchObject({ value: { type: 'hello' } })
    const next = changes.next()
    stop.abort(new Error('enough'))
    await expect(next).rejects.toBeInstanceOf(Error)
  },
  'bytes go and come as they are': async (client) => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
    const { id } = await client.files.begin()
    await client.files.add({ id, at: 0, part: new Blob([bytes]) })
    const back = await client.files.part({ id, at: 1 })
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes.subarray(1))
    await client.files.drop({ id })
  },
  'more bytes than go over the line at once are refused': async (client) => {
    const { id, mostPartBytes } = await client.files.begin()
    const part = new Blob([new Uint8Array(mostPartBytes + 1)])
    await expect(client.files.add({ id, at: 0, part })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  },
}

for (const [transport, clientOf] of [
  ['a web socket', ({ client }: OpenApp) => client],
  ['a message port', overPort],
] as const)
  for (const [name, holds] of Object.entries(CONTRACT))
    test(`over ${transport}: ${name}`, async () => {
      expect.hasAssertions()
      await holds(clientOf(await openApp()))
    })
