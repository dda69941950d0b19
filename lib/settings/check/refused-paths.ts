import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../issue';
import { parentPath } from '../model/document';

/** What was said but refused: nothing should be said to be missing there. */
export class RefusedPaths {
  /** Anything may be missing only for now. */
  public static readonly ALL = new RefusedPaths(['settings']);

  private static readonly NONE = new RefusedPaths([]);

  /** The paths of errors. */
  public static of(issues: readonly BottlerocketIssue[]): RefusedPaths {
    if (issues.length === 0) {
      return RefusedPaths.NONE;
    }
    return new RefusedPaths(
      issues
        .filter(({ severity }) => severity === IssueSeverity.ERROR)
        // A wrong key may stand for any other key of its table.
        .map(({ code, path }) => (code === IssueCode.UNKNOWN_SETTING ? (parentPath(path) ?? path) : path)),
    );
  }

  private readonly paths: ReadonlySet<string>;
  /** Everything above what was refused. */
  private readonly above = new Set<string>();

  private constructor(paths: readonly string[]) {
    this.paths = new Set(paths);
    for (const path of this.paths) {
      ancestors(path).forEach((ancestor) => this.above.add(ancestor));
    }
  }

  /** Whether nothing was refused. */
  public get isEmpty(): boolean {
    return this.paths.size === 0;
  }

  /** Whether something at, above or below a path was refused. */
  public touch(path: string): boolean {
    return (
      this.paths.size > 0 &&
      (this.paths.has(path) || this.above.has(path) || ancestors(path).some((ancestor) => this.paths.has(ancestor)))
    );
  }
}

function ancestors(path: string): string[] {
  const found: string[] = [];
  for (let own = parentPath(path); own !== undefined; own = parentPath(own)) {
    found.push(own);
  }
  return found;
}
