import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkScalar } from '../settings/check-scalar';
import { settingsModel } from '../settings/model';
import { issue, show } from '../settings/report';
import { NodeTaint, TaintEffect } from './taint';

/**
 * Labels outside its own domains that the kubelet may give to its node. With any other one in the domains of
 * Kubernetes it does not start.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
 */
const LABELS_OF_KUBELET: ReadonlySet<string> = new Set([
  'kubernetes.io/hostname',
  'kubernetes.io/arch',
  'kubernetes.io/os',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.kubernetes.io/region',
]);

/** Checks labels that are given to a node group. */
export function checkLabels(labels: Readonly<Record<string, string>>, path: string): BottlerocketIssue[] {
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

function isForbiddenToKubelet(key: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  const within = (parent: string) => domain === parent || domain.endsWith(`.${parent}`);
  const ofKubernetes = within('kubernetes.io') || within('k8s.io');
  const ofKubelet = within('kubelet.kubernetes.io') || within('node.kubernetes.io') || LABELS_OF_KUBELET.has(key);
  return ofKubernetes && !ofKubelet;
}
