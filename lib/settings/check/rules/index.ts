import type { TokenReader } from '../../../private/token-reader';
import { TomlTable } from '../../model/document';
import { IssueCode } from '../../generated/issue-code.generated';
import { BottlerocketIssue, IssueSeverity } from '../../issue';
import { OsContext } from '../../model/os-context';
import { Finding, issue } from '../../report';
import { PerOs } from '../per-os';
import { RefusedPaths } from '../refused-paths';
import { AWS_RULES } from './aws';
import { CLUSTER_RULES, JOIN_RULES } from './cluster';
import { HOST_AND_BOOTSTRAP_RULES } from './host-and-bootstrap';
import { KERNEL_RULES } from './kernel';
import { KUBELET_COMPANION_RULES, KUBELET_RULES } from './kubelet';
import { KUBELET_QUANTITY_RULES } from './kubelet-quantities';
import { KUBELET_VALUE_RULES } from './kubelet-values';
import { NODE_NAME_RULES } from './node-name';
import { NVIDIA_RULES } from './nvidia';
import { REGISTRY_RULES } from './registry';
import { RESOURCE_MANAGER_RULES } from './resource-managers';
import { concerns, Rule, SettingsView } from './rule';
import { RuleMemory } from './rule-memory';
import { RUNTIME_RULES } from './runtime';
import { WITHOUT_EFFECT_RULES } from './without-effect';

/** What the kubelet wants of settings together: whoever breaks one of these has a node that does not join. */
const RULES_OF_KUBELET: readonly Rule[] = [...KUBELET_RULES, ...RESOURCE_MANAGER_RULES];

/** What others want, or the kubelet of a single value or beside it. */
const OTHER_RULES: readonly Rule[] = [
  ...KUBELET_COMPANION_RULES,
  ...KUBELET_VALUE_RULES,
  ...KUBELET_QUANTITY_RULES,
  ...JOIN_RULES,
  ...NODE_NAME_RULES,
  ...AWS_RULES,
  ...HOST_AND_BOOTSTRAP_RULES,
  ...KERNEL_RULES,
  ...NVIDIA_RULES,
  ...REGISTRY_RULES,
  ...RUNTIME_RULES,
  ...WITHOUT_EFFECT_RULES,
];

/** All rules there are. */
export const ALL_RULES: readonly Rule[] = [...RULES_OF_KUBELET, ...CLUSTER_RULES, ...OTHER_RULES];

/** What is known about a document that is checked. */
export interface RuleOptions {
  readonly tokens: TokenReader;
  readonly context: OsContext;
  /** What was said but is not in the document, because it is wrong. */
  readonly refused: RefusedPaths;
  /**
   * Whether the node is to join and work. Otherwise only whether the OS takes the document is judged: what others refuse of
   * a single value, or miss beside it, is a warning then, and the defaults of the kubelet do not count.
   */
  readonly joins: boolean;
  /** Whether nothing else supplies the settings of the cluster. */
  readonly standsAlone: boolean;
}

/** Rules, those first whose findings are never only warnings, and how many these are. */
interface RuleSet {
  readonly rules: readonly Rule[];
  readonly strict: number;
}

const OF_LONE_NODE: RuleSet = { rules: ALL_RULES, strict: ALL_RULES.length - OTHER_RULES.length };

const OF_SUPPLIED_NODE: RuleSet = {
  rules: [...RULES_OF_KUBELET, ...OTHER_RULES],
  strict: RULES_OF_KUBELET.length,
};

/** Looks at settings together: contradictions, what is missing beside others, and what has no effect. */
export function checkRules(document: TomlTable, options: RuleOptions): BottlerocketIssue[] {
  const { tokens, context, refused, joins, standsAlone } = options;
  const { rules, strict } = standsAlone ? OF_LONE_NODE : OF_SUPPLIED_NODE;
  const issues: BottlerocketIssue[] = [];
  const report = (code: IssueCode, finding: Finding) => issues.push(issue(code, finding));
  const reportMildly = (code: IssueCode, finding: Finding) =>
    issues.push({ ...issue(code, finding), severity: IssueSeverity.WARNING });
  const memory = refused.isEmpty ? memories.get(tokens, context, wayOf(options)) : undefined;
  const view = new SettingsView(document, tokens, context, refused, joins, memory?.watch);
  const isDue = memory?.judge(document);
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index]!;
    if (isDue?.[index] !== false && concerns(rule, document)) {
      memory?.runs(index);
      rule.check(view, joins || index < strict ? report : reportMildly);
    }
  }
  if (issues.length === 0) {
    memory?.isRight();
  }
  return issues;
}

type Way = 'alone' | 'alone, only booted' | 'supplied' | 'supplied, only booted';

function wayOf({ standsAlone, joins }: RuleOptions): Way {
  return standsAlone ? (joins ? 'alone' : 'alone, only booted') : joins ? 'supplied' : 'supplied, only booted';
}

const memories = new PerOs<RuleMemory, Way>(
  (way) => new RuleMemory((way.startsWith('alone') ? OF_LONE_NODE : OF_SUPPLIED_NODE).rules),
);
