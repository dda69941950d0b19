import { gzipSync } from 'fflate';

/**
 * Text compressed with gzip. One text always gives the same bytes, whatever the version of Node.js, which carries
 * different versions of zlib.
 */
export function compressed(text: string): Buffer {
  return Buffer.from(gzipSync(Buffer.from(text), { level: 9, mtime: 0 }));
}
