import { isTable, joinPath, TomlTable, TomlValue } from './document';
import { IssueCode } from './generated/issue-code.generated';
import { BottlerocketIssue } from './issue';
import { EntryModel, settingsModel, ShapeModel, TableModel } from './model';
import { issue, show } from './report';
import { hugepageBytes } from './scalar-checks';
import { UserDataTarget } from './user-data-target';

/**
 * Finds what is wrong with settings as a whole, once all that belongs to them is merged: what is missing, and what is
 * there twice.
 */
export function checkWhole(document: TomlTable): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  visitTable(document, settingsModel().root, 'settings', {
    missing: (entry, path) =>
      issues.push(
        issue(IssueCode.MISSING_SETTING, {
          path,
          message: 'The OS refuses a table without this setting.',
          fix: `Add ${entry.key}, in typed settings ${entry.property}.`,
        }),
      ),
    table: (value, table, path) => {
      if (table.check === 'hugepage-sizes') {
        checkHugepageSizes(value, path, issues);
      }
    },
  });
  return issues;
}

/** Finds settings that are not the business of users, because the target writes them. */
export function checkSupplied(document: TomlTable, target: UserDataTarget): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  visitTable(document, settingsModel().root, 'settings', {
    present: (entry, path, value) => {
      if (entry.suppliedBy?.includes(target)) {
        issues.push(
          issue(IssueCode.SETTING_SUPPLIED_BY_EKS, {
            path,
            message: 'Amazon EKS writes this setting itself for managed node groups, and yours would win over it.',
            received: show(value),
          }),
        );
      }
    },
  });
  return issues;
}

/** What is to be done on the way through a document. */
interface Visitor {
  readonly missing?: (entry: EntryModel, path: string) => void;
  readonly present?: (entry: EntryModel, path: string, value: TomlValue) => void;
  readonly table?: (value: TomlTable, table: TableModel, path: string) => void;
}

function visitTable(value: TomlTable, table: TableModel, path: string, visitor: Visitor): void {
  const known = new Set<string>();
  for (const entry of table.entries) {
    known.add(entry.key);
    const own = joinPath(path, entry.key);
    const child = value[entry.key];
    if (child !== undefined) {
      visitor.present?.(entry, own, child);
      visitShape(child, entry.shape, own, visitor);
    } else if (entry.required) {
      visitor.missing?.(entry, own);
    }
  }
  if (table.rest !== undefined) {
    for (const key of Object.keys(value).filter((name) => !known.has(name))) {
      visitShape(value[key]!, table.rest.map.value.shape, joinPath(path, key), visitor);
    }
  }
  visitor.table?.(value, table, path);
}

function visitShape(value: TomlValue, shape: ShapeModel, path: string, visitor: Visitor): void {
  if (shape.kind === 'table' && isTable(value)) {
    visitTable(value, shape, path, visitor);
  } else if (shape.kind === 'map' && isTable(value)) {
    for (const key of Object.keys(value)) {
      visitShape(value[key]!, shape.value.shape, joinPath(path, key), visitor);
    }
  } else if (shape.kind === 'list' && Array.isArray(value)) {
    value.forEach((item, index) => visitShape(item, shape.item, `${path}[${index}]`, visitor));
  }
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
