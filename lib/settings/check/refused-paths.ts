import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../issue';

/** What was said but refused: nothing should be said to be missing there. */
export class RefusedPaths {
  /** Anything may be missing only for now. */
  public static readonly ALL = new RefusedPaths(['settings']);

  /** The paths of errors. */
  public static of(issues: readonly BottlerocketIssue[]): RefusedPaths {
    return new RefusedPaths(
      issues
        .filter(({ severity }) => severity === IssueSeverity.ERROR)
        // A wrong key may stand for any other key of its table.
        .map(({ code, path }) => (code === IssueCode.UNKNOWN_SETTING ? parentOf(path) : path)),
    );
  }

  private constructor(private readonly paths: readonly string[]) {}

  /** Whether something at, above or below a path was refused. */
  public touch(path: string): boolean {
    return this.paths.some((refused) => isWithin(path, refused) || isWithin(refused, path));
  }
}

function isWithin(path: string, parent: string): boolean {
  return path.startsWith(parent) && (path.length === parent.length || '.['.includes(path[parent.length]!));
}

function parentOf(path: string): string {
  return path.replace(/\.(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")$/, '');
}
