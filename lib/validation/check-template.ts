import { BottlerocketIssue } from '../settings/issue';
import { CloudFormationTemplate, readNodes, TemplateNode } from '../template';
import { judgeNode } from './judge-node';
import { checkNode } from './rules';
import { NodeView } from './rules/rule';

/** Something that is wrong with a node. */
export interface NodeFinding {
  readonly issue: BottlerocketIssue;
  /** Where in the resource of the node it is, or what leads there, such as Properties/LaunchTemplate. */
  readonly location: string;
}

/** A node, with everything that is wrong with it. */
export interface CheckedNode {
  readonly node: TemplateNode;
  readonly findings: readonly NodeFinding[];
}

/**
 * Checks all Bottlerocket nodes of a template.
 *
 * @param region where it is deployed; undefined when that is not known
 */
export function checkTemplate(template: CloudFormationTemplate, region?: string): CheckedNode[] {
  // The launch templates of one group may have the same fault.
  const seen = new Set<string>();
  return readNodes(template).map((node) => {
    const issues = [...checkNode(new NodeView(node, template, region)), ...judgeNode(node, region)];
    const findings = issues
      .filter(({ code, path, message }) => {
        const key = JSON.stringify([node.logicalId, node.objectName, code, path, message]);
        return seen.has(key) ? false : seen.add(key);
      })
      .map((issue) => ({ issue, location: locationOf(node, issue) }));
    return { node, findings };
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
