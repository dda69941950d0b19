import { BottlerocketIssue } from '../settings/issue';
import { CloudFormationTemplate, readNodes, TemplateNode } from '../template';
import { judgeNode } from './judge-node';
import { checkNode } from './rules';
import { NodeView } from './rules/rule';

/** Something that is wrong with a node of a template. */
export interface NodeFinding {
  readonly node: TemplateNode;
  readonly issue: BottlerocketIssue;
  /** Where in the resource of the node it is, or what leads there, such as Properties/LaunchTemplate. */
  readonly location: string;
}

/**
 * Checks all Bottlerocket nodes of a template.
 *
 * @param region where it is deployed; undefined when that is not known
 */
export function checkTemplate(template: CloudFormationTemplate, region?: string): NodeFinding[] {
  const findings = readNodes(template).flatMap((node) =>
    [...checkNode(new NodeView(node, template, region)), ...judgeNode(node, region)].map((issue) => ({
      node,
      issue,
      location: locationOf(node, issue),
    })),
  );
  // The launch templates of one group may have the same fault.
  const seen = new Set<string>();
  return findings.filter(({ node, issue: { code, path, message } }) => {
    const key = JSON.stringify([node.logicalId, node.objectName, code, path, message]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Properties of the resource itself, or the one that names the launch template. */
function locationOf({ resource, launch }: TemplateNode, { path }: BottlerocketIssue): string {
  const { properties } = resource;
  if (Object.hasOwn(properties, path)) {
    return `Properties/${path}`;
  }
  if (launch === undefined || launch.resource === resource) {
    const own = path.startsWith('settings') ? 'UserData' : path;
    const within = ['LaunchTemplateData', 'Manifest'].find((name) => properties[name] !== undefined);
    return within === 'Manifest' ? 'Properties/Manifest' : ['Properties', within, own].filter(Boolean).join('/');
  }
  const link = ['LaunchTemplate', 'LaunchConfigurationName', 'MixedInstancesPolicy'].find((name) => {
    return properties[name] !== undefined;
  });
  return `Properties/${link ?? path}`;
}
