import { CloudFormationTemplate } from '../../lib/template';
import { checkTemplate } from '../../lib/validation/check-template';

/** Resources by their logical ids. */
export type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: object }>>;

/** The codes of what is found in a template, each once. */
export function codesIn(resources: Resources, region?: string): string[] {
  const nodes = checkTemplate(new CloudFormationTemplate({ Resources: resources }), region);
  return [...new Set(nodes.flatMap(({ findings }) => findings.map(({ issue }) => String(issue.code))))].sort();
}

export function parameter(variant: string, architecture = 'x86_64', version = 'latest'): string {
  return `resolve:ssm:/aws/service/bottlerocket/${variant}/${architecture}/${version}/image_id`;
}

/** What keeps all rules silent. */
const QUIET = {
  ImageId: parameter('aws-ecs-3'),
  InstanceType: 'm7i.large',
  BlockDeviceMappings: [{ DeviceName: '/dev/xvdb', Ebs: { Encrypted: true } }],
  MetadataOptions: { HttpTokens: 'required' },
  UserData: { 'Fn::Base64': '[settings.ecs]\ncluster = "a"\n' },
};

/** A launch template in which nothing is wrong but what is given. */
export function launchTemplate(data: object = {}): Resources[string] {
  return { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: { ...QUIET, ...data } } };
}

/** A group with such a launch template. */
export function group(data: object = {}, properties: object = {}): Resources {
  const Properties = { LaunchTemplate: { LaunchTemplateId: { Ref: 'Template' }, Version: '1' }, ...properties };
  return { Template: launchTemplate(data), Group: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties } };
}

/** A managed node group with such a launch template. */
export function nodegroup(properties: object = {}, data: object = {}): Resources {
  const Properties = {
    AmiType: 'BOTTLEROCKET_x86_64',
    ClusterName: 'main',
    Version: '1.35',
    LaunchTemplate: { Id: { Ref: 'Template' }, Version: '1' },
    ...properties,
  };
  const own = { ImageId: undefined, InstanceType: undefined, UserData: undefined, ...data };
  return { Template: launchTemplate(own), Nodes: { Type: 'AWS::EKS::Nodegroup', Properties } };
}

/** User data for nodes of Kubernetes in a cluster of the same template. */
export function joining(cluster: string, more = ''): object {
  const text =
    `[settings.kubernetes]\napi-server = "\${${cluster}.Endpoint}"\ncluster-name = "\${${cluster}}"\n` +
    `cluster-certificate = "\${${cluster}.CertificateAuthorityData}"\ncluster-dns-ip = "10.100.0.10"\n${more}`;
  return { 'Fn::Base64': { 'Fn::Sub': text } };
}
