import { asList, asObject, CloudFormationTemplate, TemplateResource } from './cloudformation-template';
import { nodeClasses } from './karpenter';
import { LaunchData, ofLaunchTemplate, ofOwnProperties } from './launch-data';
import { imageOfAmiType, imageOfId, TemplateImage } from './node-image';
import { base64UserData, hasSettings, NodeUserData } from './node-user-data';
import { NodeKind, NodeOrchestrator, TemplateNode } from './template-node';
import { isTable } from '../settings/model/document';
import { parseVariant } from '../settings/model/variants';

/**
 * Finds the Bottlerocket nodes of a template, in the order of its resources. A node is one when its image is, or when its
 * user data holds settings of Bottlerocket.
 */
export function readNodes(template: CloudFormationTemplate): TemplateNode[] {
  return new NodeReader(template).nodes();
}

class NodeReader {
  /** Launch templates and launch configurations that something uses. */
  private readonly used = new Set<TemplateResource>();

  public constructor(private readonly template: CloudFormationTemplate) {}

  public nodes(): TemplateNode[] {
    const { template } = this;
    const found = [
      ...template.ofType('AWS::EKS::Nodegroup').map((resource) => this.nodegroup(resource)),
      ...template.ofType('AWS::AutoScaling::AutoScalingGroup').flatMap((resource) => this.autoScalingGroup(resource)),
      ...template.ofType('AWS::EC2::Instance').map((resource) => this.instance(resource)),
    ];
    const unused = template
      .ofType('AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration')
      .filter((resource) => !this.used.has(resource))
      .map((resource) => this.node(NodeKind.LAUNCH_TEMPLATE, resource, launchOf(resource)));
    const nodes = [...found, ...unused].filter(isBottlerocket).concat(nodeClasses(template));
    const order = new Map(template.resources.map((resource, index) => [resource, index]));
    return nodes.sort((a, b) => order.get(a.resource)! - order.get(b.resource)!);
  }

  private nodegroup(resource: TemplateResource): TemplateNode {
    const { AmiType, InstanceTypes, LaunchTemplate, ReleaseVersion } = resource.properties;
    const launch = this.launchTemplate(LaunchTemplate);
    const node = this.node(NodeKind.MANAGED_NODEGROUP, resource, launch, asList(InstanceTypes));
    if (typeof AmiType !== 'string') {
      // Left out, EKS takes Amazon Linux.
      const isOther = AmiType === undefined && launch !== undefined && launch.imageId === undefined;
      return { ...node, orchestrator: 'kubernetes', image: isOther ? { isBottlerocket: false } : node.image };
    }
    const ofType = imageOfAmiType(AmiType, this.kubernetesVersion(resource));
    const osVersion = typeof ReleaseVersion === 'string' ? ReleaseVersion : undefined;
    // EKS refuses a type beside an image of users; CUSTOM is what it answers for one.
    const image: TemplateImage = ofType.isBottlerocket === undefined ? node.image : { ...ofType, osVersion };
    return { ...node, amiType: AmiType, image, orchestrator: 'kubernetes' };
  }

  private autoScalingGroup(resource: TemplateResource): TemplateNode[] {
    const { LaunchTemplate, LaunchConfigurationName, MixedInstancesPolicy } = resource.properties;
    const mixed = asObject(asObject(MixedInstancesPolicy)?.LaunchTemplate) ?? {};
    const overrides = asList(mixed.Overrides).map((override) => asObject(override) ?? {});
    const main =
      this.launchTemplate(LaunchTemplate ?? mixed.LaunchTemplateSpecification) ??
      this.use(this.template.resourceOf(LaunchConfigurationName));
    const typesFor = (launch: LaunchData | undefined) =>
      overrides
        .filter((one) => (this.launchTemplate(one.LaunchTemplateSpecification) ?? main)?.resource === launch?.resource)
        .map(({ InstanceType }) => InstanceType);
    const others = new Map(
      overrides
        .flatMap((one) => this.launchTemplate(one.LaunchTemplateSpecification) ?? [])
        .filter((launch) => launch.resource !== main?.resource)
        .map((launch) => [launch.resource, launch]),
    );
    return [main, ...others.values()].map((launch) =>
      this.node(NodeKind.AUTO_SCALING_GROUP, resource, launch, typesFor(launch)),
    );
  }

  private instance(resource: TemplateResource): TemplateNode {
    const own = ofOwnProperties(resource);
    const shared = this.launchTemplate(resource.properties.LaunchTemplate);
    // What the instance says itself wins over its launch template.
    const launch: LaunchData =
      shared === undefined
        ? own
        : {
            ...own,
            imageId: own.imageId ?? shared.imageId,
            instanceType: own.instanceType ?? shared.instanceType,
            userData: own.userData ?? shared.userData,
            instanceProfile: own.instanceProfile ?? shared.instanceProfile,
            volumes: own.volumes.length > 0 ? own.volumes : shared.volumes,
            httpTokens: own.httpTokens ?? shared.httpTokens,
            hopLimit: own.hopLimit ?? shared.hopLimit,
          };
    return this.node(NodeKind.INSTANCE, resource, launch);
  }

  private node(
    kind: NodeKind,
    resource: TemplateResource,
    launch: LaunchData | undefined,
    types: readonly unknown[] = [],
  ): TemplateNode {
    const given = types.filter((type) => type !== undefined);
    const instanceTypes = given.length > 0 ? given : [launch?.instanceType];
    const image = imageOfId(launch?.imageId, this.template);
    const userData = base64UserData(launch?.userData, this.template);
    return {
      kind,
      path: resource.path,
      logicalId: resource.logicalId,
      resource,
      image,
      orchestrator: orchestratorOf(image, userData),
      instanceTypes: instanceTypes.filter((type) => typeof type === 'string'),
      launch,
      userData,
    };
  }

  /** The launch template that a group names by Ref, by attribute or by its name. */
  private launchTemplate(specification: unknown): LaunchData | undefined {
    const { Id, LaunchTemplateId, Name, LaunchTemplateName } = asObject(specification) ?? {};
    const id = LaunchTemplateId ?? Id;
    const name = LaunchTemplateName ?? Name;
    const named = (resource: TemplateResource) =>
      name !== undefined && JSON.stringify(resource.properties.LaunchTemplateName) === JSON.stringify(name);
    return this.use(
      this.template.resourceOf(id) ??
        this.template.resourceOf(name) ??
        this.template.ofType('AWS::EC2::LaunchTemplate').find(named),
    );
  }

  private use(resource: TemplateResource | undefined): LaunchData | undefined {
    if (resource === undefined) {
      return undefined;
    }
    this.used.add(resource);
    return launchOf(resource);
  }

  private kubernetesVersion({ properties }: TemplateResource): string | undefined {
    const cluster = this.template.resourceOf(properties.ClusterName)?.properties ?? {};
    const versions = [properties.Version, cluster.Version, asObject(cluster.Config)?.version];
    return versions.find((version) => typeof version === 'string');
  }
}

function launchOf(resource: TemplateResource): LaunchData {
  return resource.type === 'AWS::EC2::LaunchTemplate' ? ofLaunchTemplate(resource) : ofOwnProperties(resource);
}

function isBottlerocket({ image, userData }: TemplateNode): boolean {
  return image.isBottlerocket === true || (userData !== undefined && hasSettings(userData.text));
}

/** What runs the containers: the variant says so, or else the settings. */
function orchestratorOf({ variant }: TemplateImage, userData: NodeUserData | undefined): NodeOrchestrator {
  const { orchestrator } = parseVariant(variant ?? '') ?? {};
  if (orchestrator !== undefined) {
    return orchestrator === 'none' ? undefined : orchestrator;
  }
  const settings = userData?.document?.settings;
  const has = (key: string) =>
    isTable(settings)
      ? settings[key] !== undefined
      : new RegExp(`^\\s*\\[settings\\.${key}\\]`, 'm').test(userData?.text ?? '');
  return has('kubernetes') ? 'kubernetes' : has('ecs') ? 'ecs' : undefined;
}
