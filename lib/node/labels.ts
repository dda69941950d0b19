import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkScalar } from '../settings/check/check-scalar';
import { isForbiddenToKubelet } from '../settings/check/kubernetes-labels';
import { nearest } from '../settings/check/suggest';
import { settingsModel } from '../settings/model/settings-model';
import { issue, show } from '../settings/report';
import { NodeTaint, TaintEffect } from './taint';

/** Checks labels that are given to a node group. */
export function checkLabels(labels: Readonly<Record<string, string>>, path: string): BottlerocketIssue[] {
  // In JavaScript, the places in a list would become keys.
  if (Array.isArray(labels)) {
    const expected = "a map such as { 'example.com/team': 'payments' }";
    return [issue(IssueCode.INVALID_LABEL, { path, message: 'This is a list.', received: show(labels), expected })];
  }
  return Object.entries(labels).flatMap(([key, value]) => {
    const own = `${path}[${JSON.stringify(key)}]`;
    const name = checkName(key, own, IssueCode.INVALID_LABEL);
    if (name !== undefined) {
      return [name];
    }
    if (isForbiddenToKubelet(key)) {
      return [
        issue(IssueCode.INVALID_LABEL, {
          path: own,
          message: 'The kubelet does not start when it is told to give its node this label.',
          received: show(key),
          expected: 'labels outside kubernetes.io and k8s.io, or inside node.kubernetes.io',
          fix: 'Use a domain of your own, or set the label with kubectl.',
        }),
      ];
    }
    return [...checkType(value, 'KubernetesLabelValue', own, IssueCode.INVALID_LABEL)];
  });
}

/** The effect that a wrong one most likely stands for, such as one of aws-cdk-lib, which has them as EKS spells them. */
function effectFix(effect: unknown): string | undefined {
  const meant = nearest(String(effect), Object.values(TaintEffect));
  const member = Object.entries(TaintEffect).find(([, value]) => value === meant)?.[0];
  return meant === undefined ? undefined : `Write ${meant}, which is TaintEffect.${member} of cdk-bottlerocket.`;
}

/** Checks taints that are given to a node group. */
export function checkTaints(taints: readonly NodeTaint[], path: string): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const seen = new Set<string>();
  taints.forEach(({ key, value, effect }, index) => {
    const own = `${path}[${index}]`;
    issues.push(...checkType(key, 'KubernetesLabelKey', `${own}.key`, IssueCode.INVALID_TAINT));
    issues.push(...checkType(value ?? '', 'KubernetesLabelValue', `${own}.value`, IssueCode.INVALID_TAINT));
    const effects: readonly string[] = Object.values(TaintEffect);
    if (!CDK_TOKENS.isToken(effect) && !effects.includes(effect)) {
      issues.push(
        issue(IssueCode.INVALID_TAINT, {
          path: `${own}.effect`,
          message: 'Kubernetes does not know this effect.',
          received: show(effect),
          expected: effects.join(', '),
          fix: effectFix(effect),
        }),
      );
    }
    const identity = `${key} ${effect}`;
    if (seen.has(identity)) {
      issues.push(
        issue(IssueCode.INVALID_TAINT, {
          path: own,
          message: 'A node cannot have two taints with the same key and effect.',
          received: show({ key, value, effect }),
          fix: 'Keep one of them.',
        }),
      );
    }
    seen.add(identity);
  });
  return issues;
}

function checkName(key: string, path: string, code: IssueCode): BottlerocketIssue | undefined {
  if (CDK_TOKENS.isToken(key)) {
    return issue(IssueCode.TOKEN_AS_KEY, { path, message: 'The key is only known at deployment.' });
  }
  return checkType(key, 'KubernetesLabelKey', path, code)[0];
}

function checkType(value: unknown, type: string, path: string, code: IssueCode): BottlerocketIssue[] {
  const model = settingsModel().types[type]!;
  if (CDK_TOKENS.isToken(value) || checkScalar(value, model) === undefined) {
    return [];
  }
  return [
    issue(code, {
      path,
      message: 'Kubernetes does not take this.',
      received: show(value),
      expected: model.allows,
      fix: undefined,
    }),
  ];
}
