import { isDeepStrictEqual } from 'node:util';
import { parse } from 'smol-toml';
import { StackFacts, UserDataDocument } from '../facts';
import { NodeSource } from './nodes';

/** One answer of `cdk-bottlerocket settings check --json`. */
export interface CheckedDocument {
  readonly ok: boolean;
  readonly issues: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

/** Asks the command line about a document. */
export type SettingsCheck = (text: string, options: readonly string[]) => Promise<CheckedDocument>;

export interface UserDataResult {
  readonly problems: readonly string[];
  /** Codes of warnings. */
  readonly warnings: readonly string[];
  readonly documents: number;
}

/** Checks the user data of all nodes, and that instances which run have it. */
export async function checkUserData(
  nodes: readonly NodeSource[],
  facts: StackFacts,
  check: SettingsCheck,
): Promise<UserDataResult> {
  const problems: string[] = [];
  const warnings: string[] = [];
  for (const node of nodes) {
    const { document } = node.template;
    if (document === null) {
      problems.push(`${node.owner}: no user data`);
      continue;
    }
    problems.push(...disagreements(document).map((problem) => `${node.owner}: ${problem}`));
    const { ok, issues } = await check(document.text, optionsFor(node));
    const found = issues.map(({ code, path, message }) => `${node.owner}: ${code} ${path}: ${message}`);
    if (!ok) {
      problems.push(...(found.length > 0 ? found : [`${node.owner}: the command line refuses the user data`]));
    } else {
      warnings.push(...issues.map(({ code }) => code));
    }
  }
  const instances = facts.groups.flatMap(({ Instances }) => Instances);
  const texts = new Set(facts.launchTemplates.map(({ document }) => document?.text));
  problems.push(
    ...instances
      .filter(({ document }) => document === null || !texts.has(document.text))
      .map(({ id }) => `${id}: other user data than in any launch template`),
  );
  return { problems, warnings, documents: nodes.length + instances.length };
}

/** Nodes that EKS does not manage get everything from their user data. */
function optionsFor({ variant, version, isManaged }: NodeSource): string[] {
  return [
    ...['--variant', variant],
    ...(version === undefined ? [] : ['--os-version', version]),
    ...(isManaged ? ['--target', 'eks-managed'] : ['--target', 'ec2', '--complete']),
  ];
}

/** Both parsers must read the same, or one of them reads something that is not there. */
export function disagreements({ text, values, error }: UserDataDocument): string[] {
  if (error !== undefined) {
    return [`Python cannot parse the user data: ${error}`];
  }
  const ours: unknown = JSON.parse(JSON.stringify(parse(text)));
  const leftover = /\$\{Token\[|\[object |not-emulated/.exec(text);
  return [
    ...(isDeepStrictEqual(ours, values) ? [] : ['the parsers of TOML do not read the same']),
    ...(leftover === null ? [] : [`the user data has ${leftover[0]} in it`]),
  ];
}
