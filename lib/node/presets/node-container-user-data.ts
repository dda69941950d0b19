import { Fn } from 'aws-cdk-lib';
import { readFileSync } from 'node:fs';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { IssueCode } from '../../settings';
import { issue, issuesError, show, throwOnErrors } from '../../settings/report';
import { checkSize } from '../../settings/toml/user-data-size';

/** Base64 makes four bytes of three. */
const GROWTH = 4 / 3;

/**
 * A file for a host container or a bootstrap container. The container finds it at
 * `/.bottlerocket/host-containers/current/user-data`, or `/.bottlerocket/bootstrap-containers/current/user-data`.
 *
 * It is a part of the user data of the node, in base64: all of that together is limited to 16 KiB, and can be read by more
 * people than most think of. It is no place for secrets.
 */
export class NodeContainerUserData {
  /**
   * A text, such as a script. It may hold CDK tokens.
   *
   * @param text the content of the file
   * @throws an error when it alone is more than the user data of a node may be
   */
  public static fromText(text: string): NodeContainerUserData {
    if (!CDK_TOKENS.isToken(text)) {
      return NodeContainerUserData.ofBytes(Buffer.from(text));
    }
    const known = CDK_TOKENS.split(text).filter(({ token }) => !token);
    checkBytes(known.reduce((sum, part) => sum + Buffer.byteLength(part.text), 0));
    return new NodeContainerUserData(Fn.base64(text));
  }

  /**
   * The content of a file, of any kind.
   *
   * @param path where the file is, on the machine that synthesises the app
   * @throws an error when the file cannot be read, or it alone is more than the user data of a node may be
   */
  public static fromFile(path: string): NodeContainerUserData {
    return NodeContainerUserData.ofBytes(readContent(path));
  }

  private static ofBytes(bytes: Buffer): NodeContainerUserData {
    checkBytes(bytes.length);
    return new NodeContainerUserData(bytes.toString('base64'));
  }

  private constructor(
    /** The file in base64, as the OS wants it. */
    public readonly base64: string,
  ) {}
}

function checkBytes(bytes: number): void {
  throwOnErrors(checkSize(Math.ceil(bytes * GROWTH), ' of base64 for this file alone'));
}

/** Reads a file, or throws an error of this library. */
export function readContent(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const message = `The file cannot be read: ${(error as Error).message}.`;
    const found = issue(IssueCode.FILE_NOT_READABLE, { path: 'path', message, received: show(path) });
    throw issuesError([found]);
  }
}
