import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/message-port'
import { openCatalog } from '../scanner/store/catalog.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import { openRulings } from '../scanner/store/rulings.ts'
import { READY } from './reader/process.ts'
import { readerRouter } from './reader/router.ts'
import { openChannel } from './scan-child/channel.ts'
import { openedScans } from './service/opened-scans.ts'

/** The reader's own process: answers what takes whole scans, until the program lets it go. */
const channel = openChannel<unknown, unknown>()
const folder = dataFolder()
const now = (): Date => new Date()
const parts = {
  dataFolder: folder,
  catalog: openCatalog(folder, { now }),
  rulings: openRulings(folder, { now }),
  opened: openedScans(),
}
// The program keeps the log; it hears what we say on standard error.
const log = {
  path: join(folder, 'tagtrail.log'),
  say: (text: string) => void process.stderr.write(`${text}\n`),
  lines: async () => [],
}

new RPCHandler(readerRouter(parts, log)).upgrade({
  postMessage: (message: unknown) => channel.send(message),
  onMessage: { addListener: (listener: (message: unknown) => void) => channel.listen(listener) },
  onDisconnect: { addListener: (listener: () => void) => channel.onClosed(listener) },
})
channel.onClosed(() => process.exit())
channel.send(READY)
