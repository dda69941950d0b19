import { imagesMappingOf, parseImageParameter } from '../os/image-parameters';
import { parseVariant, variantModel } from '../settings/model/variants';
import { asList, asObject, CloudFormationTemplate, intrinsicOf } from './cloudformation-template';
import { textOf } from './template-text';

/** What a template says of the image of a node. What it does not say is undefined. */
export interface TemplateImage {
  /** Whether it is an image of Bottlerocket; undefined for an AMI that nothing is known of. */
  readonly isBottlerocket?: boolean;
  /** The name of the variant, or only of its family where its version is not known. */
  readonly variant?: string;
  /** As the names of images spell it: x86_64 or arm64. */
  readonly architecture?: string;
  readonly nvidia?: boolean;
  readonly fips?: boolean;
  /** The release, with or without its commit; undefined for the latest one. */
  readonly osVersion?: string;
  /** Whether it is the latest one at each deployment or launch. */
  readonly isLatest?: boolean;
  /** The name of the public parameter that holds its id. */
  readonly parameter?: string;
}

/** The image behind the type that a managed node group names. */
export function imageOfAmiType(amiType: string, kubernetesVersion?: string): TemplateImage {
  const match = /^BOTTLEROCKET_(x86_64|ARM_64)(_NVIDIA)?(_FIPS)?$/i.exec(amiType);
  if (match === null) {
    return amiType === 'CUSTOM' ? {} : { isBottlerocket: false };
  }
  const [nvidia, fips] = [match[2] !== undefined, match[3] !== undefined];
  const name = `aws-k8s-${kubernetesVersion}${nvidia ? '-nvidia' : ''}${fips ? '-fips' : ''}`;
  return {
    isBottlerocket: true,
    variant: parseVariant(name) === undefined ? `aws-k8s${nvidia ? '-nvidia' : ''}` : name,
    architecture: /x86/i.test(match[1]!) ? 'x86_64' : 'arm64',
    nvidia,
    fips,
  };
}

/** The image behind an AMI id, which may come from a parameter of Systems Manager or a mapping of this library. */
export function imageOfId(imageId: unknown, template: CloudFormationTemplate): TemplateImage {
  const parameter = parameterName(imageId, template);
  if (parameter !== undefined) {
    return imageOfParameter(parameter);
  }
  const [name, argument] = intrinsicOf(imageId) ?? [];
  const mapping = name === 'Fn::FindInMap' ? asList(argument)[0] : undefined;
  const mapped = typeof mapping === 'string' ? imagesMappingOf(mapping) : undefined;
  return mapped === undefined ? {} : { ...imageOfVariant(mapped.variant), architecture: mapped.architecture };
}

/** The image of a variant. */
export function imageOfVariant(variant: string): TemplateImage {
  const { nvidia, fips } = parseVariant(variant) ?? {};
  return { isBottlerocket: true, variant, nvidia, fips };
}

/** The image of an alias of Karpenter, such as bottlerocket@v1.62.1 or al2023@latest. */
export function imageOfAlias(alias: string): TemplateImage {
  const [family, version = 'latest'] = alias.split('@');
  if (family !== 'bottlerocket') {
    return { isBottlerocket: false };
  }
  const isLatest = version === 'latest';
  return { isBottlerocket: true, isLatest, osVersion: isLatest ? undefined : version.replace(/^v/, '') };
}

function imageOfParameter(parameter: string): TemplateImage {
  const { variant, architecture, version } = parseImageParameter(parameter) ?? {};
  if (variant === undefined) {
    return { isBottlerocket: parameter.includes('/aws/service/bottlerocket/') || ownParameter(parameter), parameter };
  }
  const isLatest = version === 'latest';
  return {
    ...imageOfVariant(variant),
    architecture,
    isLatest,
    osVersion: isLatest ? variantModel(variant)?.last : version,
    parameter,
  };
}

/** What users have in a parameter of their own is not known. */
function ownParameter(parameter: string): boolean | undefined {
  return parameter.startsWith('/aws/service/') ? false : undefined;
}

function parameterName(imageId: unknown, template: CloudFormationTemplate): string | undefined {
  const { Type, Default } = template.parameterOf(imageId) ?? {};
  if (typeof Type === 'string' && Type.startsWith('AWS::SSM::Parameter::Value<') && typeof Default === 'string') {
    return Default;
  }
  const text = asObject(imageId)?.Ref === undefined ? textOf(imageId, template)?.toString() : undefined;
  return /^(?:\{\{)?resolve:ssm:([^:}]+)/.exec(text ?? '')?.[1];
}
