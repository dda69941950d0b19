import type { TokenReader } from '../../private/token-reader';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { issue } from '../report';

/**
 * What EC2 takes, in bytes before base64.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
const LARGEST_USER_DATA = 16384;

/**
 * Text beyond this length, in characters, is not read at all: it is far beyond what any node is given, and reading some
 * texts takes time that grows faster than their length.
 */
const LONGEST_TEXT = 1024 * 1024;

/**
 * What a value that is only known at deployment is counted as, in bytes: more than any endpoint, address or ARN has, and
 * about as much as the certificate of a cluster.
 */
const TOKEN_BYTES = 2048;

/**
 * Checks whether EC2 takes user data of the size of a text.
 *
 * @param fix what to do about text that is too large and holds nothing that is only known at deployment
 */
export function checkTextSize(text: string, tokens: TokenReader, fix?: string): BottlerocketIssue[] {
  const parts = tokens.isToken(text) ? tokens.split(text) : [{ text, token: false }];
  const count = parts.filter(({ token, longest }) => token && longest === undefined).length;
  const bytes = parts.reduce((sum, part) => sum + (part.token ? (part.longest ?? 0) : Buffer.byteLength(part.text)), 0);
  if (bytes > LARGEST_USER_DATA || bytes + count * TOKEN_BYTES <= LARGEST_USER_DATA) {
    return count === 0
      ? checkSize(bytes, '', fix)
      : checkSize(bytes, ' without the values that are only known at deployment');
  }
  return [
    issue(IssueCode.USER_DATA_MAY_BE_TOO_LARGE, {
      path: 'settings',
      message: `The user data has ${bytes} bytes, and ${count} values that are only known at deployment.`,
      received: `${bytes} bytes and ${count} times up to ${TOKEN_BYTES} bytes`,
      expected: `at most ${LARGEST_USER_DATA} bytes`,
    }),
  ];
}

/** Checks whether EC2 takes user data with so many bytes. */
export function checkSize(bytes: number, remark = '', fix?: string): BottlerocketIssue[] {
  if (bytes <= LARGEST_USER_DATA) {
    return [];
  }
  return [
    issue(IssueCode.USER_DATA_TOO_LARGE, {
      path: 'settings',
      message: `The user data has ${bytes} bytes${remark}.`,
      received: `${bytes} bytes`,
      expected: `at most ${LARGEST_USER_DATA} bytes`,
      fix,
    }),
  ];
}

/** Checks whether a text is short enough to be read as settings at all. */
export function checkLength(text: string): BottlerocketIssue[] {
  if (text.length <= LONGEST_TEXT) {
    return [];
  }
  return [
    issue(IssueCode.USER_DATA_TOO_LARGE, {
      path: 'settings',
      message: 'No node has so many settings. The text was not read.',
      received: `${text.length} characters`,
      expected: `at most ${LONGEST_TEXT} characters, on EC2 at most ${LARGEST_USER_DATA} bytes`,
    }),
  ];
}
