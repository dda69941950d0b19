import { IMAGE_LOCK_FILE, ImageLock } from '../../os/image-lock';
import { parseImageLock } from '../../os/image-lock-parse';
import { BottlerocketIssue } from '../../settings/issue';
import { CommandFailure, CommandInput } from '../command';
import type { CliEnvironment } from '../environment';
import { issueText } from '../settings/issues';
import { PLAIN } from '../style';

/** The name of the lock file, as the user gave it. */
export function lockFileOf(input: CommandInput): string {
  return input.text('file') ?? IMAGE_LOCK_FILE;
}

/** A lock as it was found. */
export interface FoundLock {
  /** Undefined when anything in it is wrong. */
  readonly lock?: ImageLock;
  readonly text: string;
  readonly issues: readonly BottlerocketIssue[];
}

/** Reads a lock. Throws a CommandFailure when it cannot be read. */
export async function readLock(environment: CliEnvironment, file: string): Promise<FoundLock> {
  if (!(await environment.exists(file))) {
    const named = file === IMAGE_LOCK_FILE ? '' : ` --file ${file}`;
    throw new CommandFailure(
      `${file} does not exist. Write it first, as in: cdk-bottlerocket image lock --variant aws-k8s-1.35 --region eu-west-1${named}`,
    );
  }
  const text = Buffer.from(await environment.readFile(file)).toString('utf8');
  const { lock, issues } = parseImageLock(text, file);
  return { lock, text, issues };
}

/** What a lock has. Throws a CommandFailure with all that is wrong in it. */
export function refuseDamaged({ lock, issues }: FoundLock, file: string): ImageLock {
  if (lock === undefined) {
    const found = issues.map((one) => issueText(one, file, PLAIN)).join('\n');
    throw new CommandFailure(`${file} is damaged, and nothing was changed in it:\n${found}`);
  }
  return lock;
}
