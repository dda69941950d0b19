import type { TokenReader } from '../../private/token-reader';
import { BottlerocketIssue } from '../issue';
import { TomlTable } from '../model/document';
import { OsContext } from '../model/os-context';
import { UserDataTarget } from '../user-data-target';
import { checkWhole } from './check-whole';
import { RefusedPaths } from './refused-paths';
import { checkRules } from './rules';

/** What is known about a document of settings beside its content. */
export interface DocumentFacts {
  readonly tokens: TokenReader;
  readonly context: OsContext;
  readonly target: UserDataTarget;
  /** What was found wrong before, so that it is not in the document. */
  readonly before: readonly BottlerocketIssue[];
  /** Whether more settings may come, so that nothing is missing yet. */
  readonly mayGrow: boolean;
  /** Whether the node is to join with these settings and those of the target; see RuleOptions. */
  readonly joins: boolean;
  /** Whether the settings of the cluster must be here, unless the target supplies them. */
  readonly needsCluster: boolean;
}

/** Finds what is wrong with settings once all of them are known, beyond their single values. */
export function checkDocument(document: TomlTable, facts: DocumentFacts): BottlerocketIssue[] {
  const refused = facts.mayGrow ? RefusedPaths.ALL : RefusedPaths.of(facts.before);
  const { tokens, context, joins } = facts;
  const standsAlone = facts.needsCluster && facts.target === UserDataTarget.EC2;
  return [...checkWhole(document, refused), ...checkRules(document, { tokens, context, refused, joins, standsAlone })];
}
