import { IssueCode } from '../../settings/generated/issue-code.generated';
import { asList, asObject, NodeKind } from '../../template';
import { NodeRule, NodeView, RuleReport } from './rule';

/** The user data, beyond what it says by itself. */
export const USER_DATA_RULES: readonly NodeRule[] = [encoding, missing, givenTwice];

function encoding({ node }: NodeView, report: RuleReport): void {
  if (node.userData?.isWronglyEncoded === true) {
    const isKarpenter = node.kind === NodeKind.NODE_CLASS;
    report(IssueCode.USER_DATA_ENCODING, {
      path: isKarpenter ? 'userData' : 'UserData',
      message: isKarpenter
        ? 'Karpenter wants the text as it is, and this is base64.'
        : 'EC2 wants base64, and this is text.',
      fix: isKarpenter ? 'Leave Fn.base64 out.' : 'Wrap the text in Fn::Base64.',
    });
  }
}

function missing({ node }: NodeView, report: RuleReport): void {
  const isAlone = node.kind === NodeKind.AUTO_SCALING_GROUP || node.kind === NodeKind.INSTANCE;
  if (
    isAlone &&
    node.orchestrator === 'kubernetes' &&
    node.launch !== undefined &&
    node.launch.userData === undefined
  ) {
    report(IssueCode.USER_DATA_MISSING, {
      path: 'UserData',
      message: 'There is no user data, so that the nodes do not know their cluster.',
      expected: 'settings.kubernetes with api-server, cluster-certificate and cluster-name',
    });
  }
}

/** With an image of users, EKS adds its own labels and taints too late, so that the user data must have them as well. */
function givenTwice(view: NodeView, report: RuleReport): void {
  const { kind, launch } = view.node;
  if (kind !== NodeKind.MANAGED_NODEGROUP || launch?.imageId !== undefined) {
    return;
  }
  const labels = Object.keys(asObject(view.property('Labels')) ?? {});
  const taints = asList(view.property('Taints')).flatMap((taint) => {
    const key = asObject(taint)?.Key;
    return typeof key === 'string' ? [key] : [];
  });
  twice(IssueCode.LABEL_GIVEN_TWICE, 'node-labels', labels);
  twice(IssueCode.TAINT_GIVEN_TWICE, 'node-taints', taints);

  function twice(code: IssueCode, setting: string, keys: readonly string[]): void {
    const inUserData = view.keysOf('kubernetes', setting);
    keys
      .filter((key) => inUserData.includes(key))
      .forEach((key) =>
        report(code, {
          path: `settings.kubernetes.${setting}.${JSON.stringify(key)}`,
          message: 'The node group and the user data both give it.',
          received: key,
          fix: 'Keep it in the node group.',
        }),
      );
  }
}
