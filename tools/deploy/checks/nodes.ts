import { GroupFacts, LaunchTemplateVersion, NodegroupFacts, StackFacts } from '../facts';
import { imageOf } from '../seed';

/** A launch template as nodes use it. */
export interface NodeSource {
  readonly owner: string;
  readonly template: LaunchTemplateVersion;
  readonly variant: string;
  readonly version?: string;
  readonly architecture: string;
  readonly instanceTypes: readonly string[];
  /** EKS adds its own settings. */
  readonly isManaged: boolean;
}

/** What every node of a stack starts from, and what is wrong with it. */
export function nodesOf(facts: StackFacts): { nodes: NodeSource[]; problems: string[] } {
  const nodes: NodeSource[] = [];
  const problems: string[] = [];
  const note = (owner: string, find: () => NodeSource): void => {
    try {
      nodes.push(find());
    } catch (error) {
      problems.push(`${owner}: ${(error as Error).message}`);
    }
  };
  facts.nodegroups.forEach((group) => note(group.nodegroupName, () => nodeOfNodegroup(group, facts)));
  facts.groups.forEach((group) => note(group.AutoScalingGroupName, () => nodeOfGroup(group, facts)));
  return { nodes, problems: [...problems, ...nodes.flatMap((node) => judge(node, facts))] };
}

function nodeOfNodegroup(group: NodegroupFacts, facts: StackFacts): NodeSource {
  const reference = group.launchTemplate;
  const template = latest(facts, reference?.id, reference?.version);
  const image = imageOfTemplate(template, facts) ?? imageOfAmiType(group);
  return {
    owner: group.nodegroupName,
    template,
    ...image,
    instanceTypes: [...(group.instanceTypes ?? []), ...(template.instanceType === null ? [] : [template.instanceType])],
    isManaged: true,
  };
}

function nodeOfGroup(group: GroupFacts, facts: StackFacts): NodeSource {
  const policy = group.MixedInstancesPolicy?.LaunchTemplate;
  const reference = group.LaunchTemplate ?? policy?.LaunchTemplateSpecification;
  const template = latest(facts, reference?.LaunchTemplateId, reference?.Version);
  const image = imageOfTemplate(template, facts);
  if (image === undefined) {
    throw new Error('its launch template names no image');
  }
  const overrides = (policy?.Overrides ?? []).flatMap(({ InstanceType }) => InstanceType ?? []);
  const own = template.instanceType === null ? [] : [template.instanceType];
  return {
    owner: group.AutoScalingGroupName,
    template,
    ...image,
    instanceTypes: overrides.length > 0 ? overrides : own,
    isManaged: false,
  };
}

/** The version that is asked for, which must be the newest: older ones are without what was deployed last. */
function latest(facts: StackFacts, id: string | undefined, version: string | undefined): LaunchTemplateVersion {
  const versions = facts.launchTemplates.filter((template) => template.id === id);
  const newest = Math.max(...versions.map((template) => template.version));
  const found = versions.find((template) => `${template.version}` === version);
  if (found === undefined) {
    throw new Error(`it has version ${version} of launch template ${id}, which is not there`);
  }
  if (found.version !== newest) {
    throw new Error(`it has version ${version} of its launch template, and the newest is ${newest}`);
  }
  return found;
}

function imageOfTemplate(
  { imageId }: LaunchTemplateVersion,
  facts: StackFacts,
): ReturnType<typeof imageOf> | undefined {
  if (imageId === null) {
    return undefined;
  }
  const image = facts.images[imageId];
  if (image === undefined) {
    throw new Error(`image ${imageId} does not exist`);
  }
  return imageOf(image.name);
}

/** What EKS takes for its own names of images. */
function imageOfAmiType({ amiType = '', releaseVersion, clusterVersion }: NodegroupFacts): {
  variant: string;
  architecture: string;
  version?: string;
} {
  const match = /^BOTTLEROCKET_(x86_64|ARM_64)((?:_[A-Z]+)*)$/.exec(amiType);
  if (match === null) {
    throw new Error(`${amiType} is not an AMI type of Bottlerocket`);
  }
  return {
    variant: `aws-k8s-${clusterVersion}${match[2]!.toLowerCase().replace(/_/g, '-')}`,
    architecture: match[1] === 'ARM_64' ? 'arm64' : 'x86_64',
    ...(releaseVersion === undefined ? {} : { version: releaseVersion.split('-')[0] }),
  };
}

function judge(node: NodeSource, facts: StackFacts): string[] {
  const { template } = node;
  const wrongTypes = node.instanceTypes.filter((type) => !facts.architectures[type]?.includes(node.architecture));
  const plain = template.volumes.filter(({ encrypted }) => !encrypted).map(({ device }) => device);
  return [
    ...(node.instanceTypes.length === 0 ? ['no instance type'] : []),
    ...wrongTypes.map((type) => `${type} cannot run images for ${node.architecture}`),
    ...(template.httpTokens === 'required' ? [] : [`IMDSv2 is ${template.httpTokens}`]),
    ...(template.volumes.length === 0 ? ['no volumes'] : plain.map((device) => `${device} is not encrypted`)),
  ].map((problem) => `${node.owner}: ${problem}`);
}
