import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { isBareKey } from '../model/document';
import { Finding, issue } from '../report';
import { escapesIn, joinParts, PathPart, ScannedKey, ScannedValue, scanToml } from './toml-scanner';

/** A finding in a text, at an offset. */
interface TextFinding extends Finding {
  readonly offset: number;
}

/**
 * Finds what Amazon EKS does not read in the user data of managed node groups, although it is TOML.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export function checkEksText(
  text: string,
  unquote: (raw: string) => string,
): (BottlerocketIssue & { offset: number })[] {
  const findings: TextFinding[] = [];
  const kinds = new Map<string, ScannedValue['kind'] | 'string'>();
  scanToml(
    text,
    {
      header: (keys, isListItem, offset) => findings.push(...checkHeader(keys, isListItem, offset)),
      value: (path, keys, value) => {
        const own = joinParts(path);
        findings.push(
          ...checkKeys(keys, own),
          ...checkString(text.slice(value.offset, value.end), value, own),
          ...checkItem(path, value, kinds),
        );
      },
    },
    unquote,
  );
  return findings.map(({ offset, ...finding }) => ({ ...issue(IssueCode.NOT_READ_BY_EKS, finding), offset }));
}

function checkHeader(keys: readonly ScannedKey[], isListItem: boolean, offset: number): TextFinding[] {
  const quoted = keys.find((key) => key.quoted);
  if (quoted === undefined) {
    return [];
  }
  const path = joinParts(keys.map(({ name }) => name));
  return [
    {
      path,
      offset,
      message: 'Amazon EKS does not read headers with quoted keys.',
      expected: 'headers of letters, digits, hyphens and underscores, with dots between them',
      fix: isBareKey(quoted.name)
        ? 'Remove the quotes.'
        : isListItem
          ? undefined
          : `Write ${JSON.stringify(quoted.name)} = { key = value } under the header of the table above.`,
    },
  ];
}

function checkKeys(keys: readonly ScannedKey[], path: string): TextFinding[] {
  return keys
    .filter(({ quoted, name }) => quoted && /["']/.test(name))
    .map(({ offset }) => ({ path, offset, message: 'Amazon EKS does not read keys that hold quotes.' }));
}

function checkString(raw: string, { kind, offset }: ScannedValue, path: string): TextFinding[] {
  const escaped = kind === 'basic-string' ? escapesIn(raw) : [];
  if (!escaped.includes('"')) {
    return [];
  }
  return [
    {
      path,
      offset,
      message: 'Amazon EKS does not read text with escaped quotes.',
      fix: 'Put single quotes around the text: \'like "this"\'.',
    },
  ];
}

/** EKS wants all items of a list to be of one kind. */
function checkItem(
  path: readonly PathPart[],
  { kind, offset }: ScannedValue,
  kinds: Map<string, string>,
): TextFinding[] {
  if (typeof path.at(-1) !== 'number') {
    return [];
  }
  const list = joinParts(path.slice(0, -1));
  const own = kind.endsWith('-string') ? 'string' : kind;
  const first = kinds.get(list) ?? own;
  kinds.set(list, first);
  return first === own
    ? []
    : [
        {
          path: list,
          offset,
          message: 'Amazon EKS does not read lists whose items have different types.',
          received: `${first} and ${own}`,
          expected: 'items of one type',
          fix: 'Leave it out, or run a self-managed node group, whose user data only the OS reads.',
        },
      ];
}
