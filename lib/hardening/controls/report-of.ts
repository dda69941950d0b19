import { NO_TOKENS, TokenReader } from '../../private/token-reader';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { isTable, TomlTable, TomlValue } from '../../settings/model/document';
import { OsContext } from '../../settings/model/os-context';
import { isBefore } from '../../settings/model/release';
import { show } from '../../settings/report';
import type { ControlModel, FactModel, NeedModel, UnsetModel } from './control-model';
import { ControlEvidence, ControlResult, ControlStatus, HardeningBenchmark } from './control-result';
import { ChosenControl, ControlChoice, chooseControls } from './control-table';
import { describeExpectation, meets } from './expectation';
import { absenceAt, findValues, pathOf } from './find-values';

/** What is known of a node beside its settings. What is missing is not known. */
export interface NodeFacts {
  /** Whether the instance metadata requires sessions. */
  readonly metadataSessionsRequired?: boolean;
  /** How many network hops an answer of the instance metadata may take. */
  readonly metadataHopLimit?: number;
  /** Whether all volumes are encrypted. */
  readonly volumesEncrypted?: boolean;
}

/** What controls are judged by. */
export interface ReportContext {
  readonly os: OsContext;
  readonly facts?: NodeFacts;
  /** How a value that is only known at deployment is told from others; in a file there is none. */
  readonly tokens?: TokenReader;
  /** The names of who gave what stands at a path. */
  readonly sourcesOf?: (path: string) => readonly string[];
}

/** Says of each control whether it holds on a node with these settings. */
export function reportOf(document: TomlTable, context: ReportContext, choice: ControlChoice = {}): ControlResult[] {
  return chooseControls(choice)
    .filter(({ control }) => concerns(control, document, context.os) !== false)
    .map((chosen) => judgeControl(chosen, document, context));
}

/** Says whether one control holds. */
export function judgeControl(
  { benchmark, control }: ChosenControl,
  document: TomlTable,
  context: ReportContext,
): ControlResult {
  const { status, why, evidence } = verdictOf(control, document, context);
  return {
    benchmark: benchmark.id as HardeningBenchmark,
    control: control.id,
    title: control.title,
    level: control.level,
    status,
    why: why.join(' '),
    evidence,
    see: control.see,
  };
}

interface Verdict {
  readonly status: ControlStatus;
  readonly why: readonly string[];
  readonly evidence: ControlEvidence[];
}

/** One piece of evidence, in sentences. */
interface Finding extends ControlEvidence {
  readonly why: readonly string[];
}

function verdictOf(control: ControlModel, document: TomlTable, context: ReportContext): Verdict {
  const { needs = [], fact, unseen } = control;
  if (needs.length > 0 && concerns(control, document, context.os) === undefined) {
    return verdict(ControlStatus.UNSEEN, ['Which variant the node runs is not known.']);
  }
  const absences = needs.map(({ path }) => absenceAt(path, context.os));
  const carried = needs.filter((_, index) => absences[index]?.code !== IssueCode.SETTING_NOT_IN_VARIANT);
  if (needs.length > 0 && carried.length === 0) {
    return verdict(ControlStatus.NOT_APPLICABLE, [absences[0]!.message]);
  }
  const findings = [
    ...carried.flatMap((need) => judgeNeed(need, control, document, context)),
    ...(fact === undefined ? [] : [judgeFact(fact, context)]),
  ];
  for (const status of [ControlStatus.BROKEN, ControlStatus.UNSEEN]) {
    const decisive = findings.filter((finding) => finding.status === status);
    if (decisive.length > 0) {
      return verdict(status, sentences(decisive), findings);
    }
  }
  return unseen === undefined
    ? verdict(ControlStatus.HOLDS, sentences(findings), findings)
    : verdict(ControlStatus.UNSEEN, [unseen], findings);
}

function verdict(status: ControlStatus, why: readonly string[], findings: readonly Finding[] = []): Verdict {
  return { status, why, evidence: findings.map(({ why: _, ...evidence }) => evidence) };
}

function sentences(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ why }) => why))];
}

/** Whether a control is about nodes like this one; undefined when too little is known of the node. */
function concerns({ orchestrator }: ControlModel, document: TomlTable, { family }: OsContext): boolean | undefined {
  if (orchestrator === undefined) {
    return true;
  }
  const own = family === undefined ? orchestratorOf(document) : orchestratorIn(family);
  return own === undefined ? undefined : own === orchestrator;
}

/** What runs the containers, going by the settings that there are. */
function orchestratorOf(document: TomlTable): string | undefined {
  return ['kubernetes', 'ecs'].find((group) => isTable(document[group]));
}

function orchestratorIn(family: string): string {
  return family.includes('-k8s') ? 'kubernetes' : family.includes('-ecs') ? 'ecs' : 'none';
}

function judgeNeed(
  need: NeedModel,
  { unset = [] }: ControlModel,
  document: TomlTable,
  context: ReportContext,
): Finding[] {
  const found = findValues(document, need);
  if (found.length === 0) {
    return [judgeUnset(need, unset, context)];
  }
  return found.map(({ path, value }) => {
    const sources = context.sourcesOf?.(path) ?? [];
    const finding = judgeValue(need, path, value, context.tokens);
    return sources.length === 0 ? finding : { ...finding, source: sources.join(', ') };
  });
}

function judgeValue(
  expectation: NeedModel | FactModel,
  path: string,
  value: TomlValue,
  tokens: TokenReader = NO_TOKENS,
): Finding {
  const isMet = meets(expectation, value, tokens);
  const expected = describeExpectation(expectation);
  if (isMet === undefined) {
    return { path, status: ControlStatus.UNSEEN, expected, why: [`${path} is only known at deployment.`] };
  }
  const received = show(value, path);
  const contrast = isMet || expectation.isNot !== undefined ? '' : `, not ${expected}`;
  const status = isMet ? ControlStatus.HOLDS : ControlStatus.BROKEN;
  return { path, status, received, expected, why: [`${path} is ${received}${contrast}.`] };
}

function judgeFact(fact: FactModel, { facts = {}, tokens }: ReportContext): Finding {
  const value = facts[fact.name as keyof NodeFacts];
  return value === undefined
    ? {
        path: fact.name,
        status: ControlStatus.UNSEEN,
        expected: describeExpectation(fact),
        why: ['The launch template decides about it, and what it says is not known here.'],
      }
    : judgeValue(fact, fact.name, value, tokens);
}

const STATUS_OF: Readonly<Record<UnsetModel['is'], ControlStatus>> = {
  holds: ControlStatus.HOLDS,
  breaks: ControlStatus.BROKEN,
  unseen: ControlStatus.UNSEEN,
};

const UNSET: Readonly<Record<UnsetModel['is'], string>> = {
  holds: 'The OS does so by default.',
  breaks: 'The OS does not do so by default.',
  unseen: 'What the OS does by default is not established.',
};

function judgeUnset(need: NeedModel, rules: readonly UnsetModel[], { os }: ReportContext): Finding {
  const path = pathOf(need);
  const expected = describeExpectation(need);
  for (const rule of rules) {
    const isMet = conditionsHold(rule, os);
    if (isMet === undefined) {
      const why = ['What the OS does by default depends on its variant, which is not known.'];
      return { path, status: ControlStatus.UNSEEN, expected, why };
    }
    if (isMet) {
      const advice = rule.is === 'breaks' ? [adviceFor(need, os)] : [];
      return { path, status: STATUS_OF[rule.is], expected, why: [rule.because ?? UNSET[rule.is], ...advice] };
    }
  }
  return { path, status: ControlStatus.UNSEEN, expected, why: [UNSET.unseen] };
}

/** What to do about a default that breaks a control, or why nothing can be done. */
function adviceFor(need: NeedModel, os: OsContext): string {
  return (
    absenceAt(need.path, os)?.message ??
    `Set ${pathOf(need).slice('settings.'.length)} to ${describeExpectation(need)}.`
  );
}

/** Whether a rule is for this OS; undefined when too little is known of it. */
function conditionsHold({ nvidia, families, kubernetes }: UnsetModel, os: OsContext): boolean | undefined {
  const conditions = [
    nvidia === undefined ? true : os.nvidia,
    families === undefined ? true : os.family && families.includes(os.family),
    kubernetes === undefined ? true : os.kubernetes && !isBefore(os.kubernetes, kubernetes),
  ];
  return conditions.includes(false) ? false : conditions.includes(undefined) ? undefined : true;
}
