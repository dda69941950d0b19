import { IssueCode } from '../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../settings/issue';
import { osContext } from '../settings/model/os-context';
import { checkCompression, judgeToml } from '../settings/toml/judge-toml';
import { checkTextSize } from '../settings/toml/user-data-size';
import { UserDataTarget } from '../settings/user-data-target';
import { NodeKind, NodeUserData, placeholderTokens, TemplateNode } from '../template';

/** What is said of the form of a text, and is said anew of what a template holds. */
const ABOUT_SIZE: readonly IssueCode[] = [IssueCode.USER_DATA_TOO_LARGE, IssueCode.USER_DATA_MAY_BE_TOO_LARGE];

/** Keys and tables may well be known only at deployment; only typed settings cannot have them. */
const ABOUT_TOKENS: readonly IssueCode[] = [IssueCode.TOKEN_AS_KEY, IssueCode.TOKEN_AS_TABLE];

/**
 * Judges the settings of a node as the OS would, and EKS or Karpenter before it. What is only known at deployment is not
 * judged.
 *
 * @param region undefined when it is only known at deployment
 */
export function judgeNode(node: TemplateNode, region?: string): BottlerocketIssue[] {
  const { userData, image } = node;
  // What Karpenter cannot read at all has one fault, not many.
  const isRead = userData?.isWronglyEncoded !== true || node.kind !== NodeKind.NODE_CLASS;
  if (userData === undefined || image.isBottlerocket === false || !isRead) {
    return [];
  }
  const { context } = osContext({ variant: image.variant, osVersion: image.osVersion });
  const target = targetOf(node);
  const tokens = placeholderTokens(userData.placeholders);
  const { issues } = judgeToml(userData.toml, {
    context: { ...context, region },
    target,
    tokens,
    // What a launch template lacks that nothing uses here may come from elsewhere.
    isComplete: node.kind !== NodeKind.LAUNCH_TEMPLATE && !userData.isPartial,
  });
  return [
    ...(userData.isCompressed ? checkCompression(target) : []),
    ...issues.filter(({ code, path }) => {
      return !ABOUT_SIZE.includes(code) && !ABOUT_TOKENS.includes(code) && !tokens.isToken(path);
    }),
    ...sizeIssues(userData),
  ];
}

function sizeIssues({ text, isCompressed, bytes, placeholders }: NodeUserData): BottlerocketIssue[] {
  return checkTextSize(isCompressed ? ' '.repeat(bytes) : text, placeholderTokens(placeholders));
}

/** Who reads the user data before the OS. With an image of users, EKS passes it on as it is. */
function targetOf({ kind, launch }: TemplateNode): UserDataTarget {
  switch (kind) {
    case NodeKind.MANAGED_NODEGROUP:
      return launch?.imageId === undefined ? UserDataTarget.EKS_MANAGED : UserDataTarget.EC2;
    case NodeKind.NODE_CLASS:
      return UserDataTarget.KARPENTER;
    default:
      return UserDataTarget.EC2;
  }
}
