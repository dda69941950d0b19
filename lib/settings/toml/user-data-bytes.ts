import { gunzipSync } from 'node:zlib';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { issue } from '../report';

/** User data as text. */
export interface DecodedUserData {
  /** The text; empty when there is none. */
  readonly text: string;
  readonly isCompressed: boolean;
  readonly issues: BottlerocketIssue[];
}

/** Far more than any node has, and little enough for memory. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/** Turns bytes into text as the OS does: gzip is known by its first bytes, and the text is UTF-8. */
export function decodeUserData(bytes: Uint8Array): DecodedUserData {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  let plain: Uint8Array;
  try {
    plain = isCompressed ? gunzipSync(bytes, { maxOutputLength: LARGEST_TEXT }) : bytes;
  } catch (error) {
    const message = `The bytes begin like gzip, but cannot be decompressed: ${(error as Error).message}.`;
    return notText(message, bytes, isCompressed);
  }
  try {
    // A byte order mark is left for the reader of TOML.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
    return { text, isCompressed, issues: [] };
  } catch {
    return notText('The bytes are not UTF-8.', plain, isCompressed, otherEncoding(plain));
  }
}

function notText(message: string, bytes: Uint8Array, isCompressed: boolean, fix?: string): DecodedUserData {
  const first = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const received = `${bytes.length} bytes, the first ones ${first} (hexadecimal)`;
  const found = issue(IssueCode.NOT_TEXT, { path: 'settings', message, received, fix });
  return { text: '', isCompressed, issues: [{ ...found, line: 1, column: 1 }] };
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? 'This is UTF-16, which some shells and editors of Windows write. Save it as UTF-8.' : undefined;
}
