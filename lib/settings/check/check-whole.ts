import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { joinPath, TomlTable } from '../model/document';
import { issue } from '../report';
import { RefusedPaths } from './refused-paths';
import { hugepageBytes } from './scalar-checks';
import { Visit } from './visit';

const DEMANDING = new Visit({
  entry: ({ required }) => required === true,
  table: ({ check }) => check !== undefined,
});

/**
 * Finds what the OS refuses of tables as a whole, once all that belongs to them is merged: what is missing, and what is
 * there twice.
 */
export function checkWhole(document: TomlTable, refused: RefusedPaths): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  DEMANDING.through(document, {
    missing: (entry, path) => {
      if (!refused.touch(path)) {
        issues.push(
          issue(IssueCode.MISSING_SETTING, {
            path,
            message: 'The OS refuses a table without this setting.',
            fix: `Add ${entry.key}, in typed settings ${entry.property}.`,
          }),
        );
      }
    },
    table: (value, table, path) => {
      if (table.check === 'hugepage-sizes') {
        checkHugepageSizes(value, path, issues);
      }
    },
  });
  return issues;
}

/** 2Mi and 2048Ki are two keys in TOML but one size for the OS. */
function checkHugepageSizes(value: TomlTable, path: string, issues: BottlerocketIssue[]): void {
  const seen = new Map<bigint, string>();
  for (const key of Object.keys(value)) {
    const bytes = hugepageBytes(key);
    if (bytes === undefined) {
      continue;
    }
    const earlier = seen.get(bytes);
    if (earlier !== undefined) {
      issues.push(
        issue(IssueCode.DUPLICATE_SETTING, {
          path: joinPath(path, key),
          message: `${key} and ${earlier} are the same page size.`,
          fix: `Keep one of ${earlier} and ${key}.`,
        }),
      );
    }
    seen.set(bytes, earlier ?? key);
  }
}
