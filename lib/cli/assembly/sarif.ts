import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ISSUES } from '../../settings/generated/issue-table.generated';
import type { IssueCode } from '../../settings/generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../../settings/issue';
import { LineIndex } from '../../private/line-index';
import type { AssemblyNode } from '../../validation/check-assembly';
import type { NodeFinding } from '../../validation/check-template';

const HOME = 'https://github.com/cdk-bottlerocket/cdk-bottlerocket';

/** Where a report is made. */
export interface SarifOptions {
  /** The version of this library. */
  readonly version: string;
  /** The folder that paths are relative to, which should be that of the repository. */
  readonly cwd: string;
  /** Whether the report has what was acknowledged as well, as suppressed. */
  readonly withAcknowledged: boolean;
}

/** A result, before it is said in the words of the standard. */
interface Result extends NodeFinding {
  readonly of: AssemblyNode;
  /** Why it was acknowledged. */
  readonly reason?: string;
}

/**
 * What was found, for code scanning.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(nodes: readonly AssemblyNode[], { version, cwd, withAcknowledged }: SarifOptions): object {
  const results: Result[] = nodes.flatMap((of) => [
    ...of.findings.map((finding) => ({ of, ...finding })),
    ...(withAcknowledged ? of.acknowledged.map((finding) => ({ of, ...finding })) : []),
  ]);
  const codes = [...new Set(results.map(({ issue }) => issue.code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdk-bottlerocket',
            semanticVersion: version,
            informationUri: HOME,
            rules: codes.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ of, issue, location, reason }) => ({
          ruleId: issue.code,
          ruleIndex: codes.indexOf(issue.code),
          level: issue.severity,
          message: { text: messageOf(issue) },
          locations: [locationOf(of, cwd)],
          partialFingerprints: { 'bottlerocketFinding/v1': fingerprint(of, issue) },
          // The standard wants it on all results, or on none.
          suppressions: withAcknowledged ? suppressionsOf(reason) : undefined,
          properties: { location },
        })),
      },
    ],
  };
}

/** Acknowledgements are in the source code of the app. */
function suppressionsOf(reason: string | undefined): object[] {
  return reason === undefined ? [] : [{ kind: 'inSource', ...(reason === '' ? {} : { justification: reason }) }];
}

function ruleOf(code: IssueCode): object {
  const { title, fix, severity } = ISSUES[code];
  return {
    id: code,
    shortDescription: { text: title },
    help: { text: fix },
    helpUri: `${HOME}/blob/main/docs/errors.md#${code.toLowerCase()}`,
    defaultConfiguration: { level: severity === IssueSeverity.ERROR ? 'error' : 'warning' },
  };
}

function messageOf({ path, message, received, expected, fix, line, column }: BottlerocketIssue): string {
  const place = line === undefined ? path : `${path} (line ${line}, column ${column} of the user data)`;
  return [
    `${place}: ${message}`,
    ...(received === undefined ? [] : [`Received: ${received}`]),
    ...(expected === undefined ? [] : [`Allowed: ${expected}`]),
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
  ].join('\n');
}

function locationOf({ node, of: { file, text } }: AssemblyNode, cwd: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file, cwd) },
      region: { startLine: lineOf(text, node.logicalId) },
    },
    logicalLocations: [{ name: node.logicalId, fullyQualifiedName: node.path, kind: 'resource' }],
  };
}

/** Paths within the repository are relative, so that they hold on every machine. */
function uriOf(file: string, cwd: string): string {
  const below = relative(cwd, resolve(cwd, file));
  return below.startsWith('..') || isAbsolute(below)
    ? pathToFileURL(resolve(cwd, file)).href
    : below.split(/[/\\]/).map(encodeURIComponent).join('/');
}

/** The line of a template in which a resource begins. Properties may have the same name, but stand further in. */
function lineOf(text: string, logicalId: string): number {
  const key = JSON.stringify(logicalId).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const lines = new LineIndex(text);
  const [first] = [...text.matchAll(new RegExp(`${key}\\s*:\\s*\\{`, 'g'))]
    .map(({ index }) => lines.positionOf(index))
    .sort((a, b) => a.column - b.column || a.line - b.line);
  return first?.line ?? 1;
}

/** The same finding in the next run, whatever else has changed in the template. */
function fingerprint({ node, of }: AssemblyNode, { code, path }: BottlerocketIssue): string {
  const parts = [of.stack, node.path, node.objectName, code, path];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
