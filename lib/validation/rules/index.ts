import { IssueCode } from '../../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../../settings/issue';
import { issue } from '../../settings/report';
import { CLUSTER_RULES } from './cluster';
import { HARDWARE_RULES } from './hardware';
import { IMAGE_RULES } from './images';
import { LAUNCH_RULES } from './launch';
import { NodeRule, NodeView } from './rule';
import { USER_DATA_RULES } from './user-data';

/** All rules for nodes, as schema/rules.yaml lists them. */
const RULES: readonly NodeRule[] = [
  ...HARDWARE_RULES,
  ...IMAGE_RULES,
  ...USER_DATA_RULES,
  ...LAUNCH_RULES,
  ...CLUSTER_RULES,
];

/** Finds what is wrong with a node, beside its settings. */
export function checkNode(view: NodeView): BottlerocketIssue[] {
  const { image } = view.node;
  if (image.isBottlerocket === false) {
    // All else would follow from that.
    return [
      issue(IssueCode.SETTINGS_FOR_OTHER_IMAGE, {
        path: view.node.amiType === undefined ? 'ImageId' : 'AmiType',
        message: 'The user data holds settings of Bottlerocket, and the nodes run another system.',
        received: view.node.amiType ?? image.parameter,
        expected: 'an image of Bottlerocket',
      }),
    ];
  }
  const issues: BottlerocketIssue[] = [];
  RULES.forEach((rule) => rule(view, (code, finding) => issues.push(issue(code, finding))));
  return issues;
}
