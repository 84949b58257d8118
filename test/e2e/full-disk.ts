import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/** Loaded into the process of a scan before its own code: after so many characters of log the disk is full for good. */
let room = Number(process.env['TAGTRAIL_TEST_DISK_ROOM'])
const full = (): never => {
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

const { open, writeFile } = fs
fs.open = async (...words) => {
  const handle = await open(...words)
  const append = handle.appendFile.bind(handle)
  handle.appendFile = async (text, options) => {
    if (typeof text !== 'string') return await append(text, options)
    const fits = text.slice(0, room)
    room -= fits.length
    await append(fits, options)
    if (fits.length < text.length) full()
  }
  return handle
}
fs.writeFile = async (...words) => {
  if (room <= 0) full()
  await writeFile(...words)
}
syncBuiltinESMExports()
