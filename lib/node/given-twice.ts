import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { isTable } from '../settings/model/document';
import { issue } from '../settings/report';
import { NodeTaint } from './taint';
import type { BottlerocketUserData } from './user-data';

/** What a node group itself gives to its nodes. */
export interface NodegroupMarks {
  readonly labels?: { readonly [key: string]: string };
  readonly taints?: readonly NodeTaint[];
}

/** Labels and taints belong to the node group or to the settings, not to both. */
export function checkGivenTwice(userData: BottlerocketUserData, props: NodegroupMarks): BottlerocketIssue[] {
  const labels = userData._valueAt('kubernetes', 'node-labels');
  const taints = userData._valueAt('kubernetes', 'node-taints');
  const twice = (code: IssueCode, where: string, path: string, key: string, received: string) =>
    issue(code, {
      path: where,
      message: `${key} is also given in ${path}.`,
      received,
      expected: 'one of the two places',
    });
  return [
    ...Object.keys(props.labels ?? {})
      .filter((key) => isTable(labels) && labels[key] !== undefined)
      .map((key) =>
        twice(
          IssueCode.LABEL_GIVEN_TWICE,
          `labels[${JSON.stringify(key)}]`,
          'settings.kubernetes.node-labels',
          `The label ${key}`,
          props.labels![key]!,
        ),
      ),
    ...(props.taints ?? []).flatMap(({ key, value, effect }, index) => {
      const settings = isTable(taints) && Array.isArray(taints[key]) ? (taints[key] as string[]) : [];
      const found = settings.find((taint) => CDK_TOKENS.isToken(taint) || taint.endsWith(`:${effect}`));
      return found === undefined
        ? []
        : [
            twice(
              IssueCode.TAINT_GIVEN_TWICE,
              `taints[${index}]`,
              'settings.kubernetes.node-taints',
              `The taint ${key} with the effect ${effect}`,
              `${value ?? ''}:${effect}`,
            ),
          ];
    }),
  ];
}
