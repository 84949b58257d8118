import { crc32 } from 'node:zlib'

/** A zip archive of one executable file, stored as it is. */
export function zipOf(name: string, content: string): Buffer {
  const body = Buffer.from(content)
  const path = Buffer.from(name)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(10, 0)
  shared.writeUInt32LE(crc32(body), 10)
  shared.writeUInt32LE(body.length, 14)
  shared.writeUInt32LE(body.length, 18)
  shared.writeUInt16LE(path.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, path, body])
  const attributes = Buffer.alloc(14)
  attributes.writeUInt32LE((0o100755 << 16) >>> 0, 6)
  // 0x031e: made on Unix, so that the mode above counts.
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x1e\x03'), shared, attributes, path])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}
