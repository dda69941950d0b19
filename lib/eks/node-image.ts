import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { chooseImage } from '../os/image-choice';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { osContext } from '../settings/model/os-context';
import { issue } from '../settings/report';
import { ClusterFacts } from './cluster-facts';
import { checkNodeVariant, nameOf, nodeVariant } from './node-variant';
import { BottlerocketSelfManagedNodegroupOptions } from './self-managed-nodegroup-props';

/** The image of self-managed nodes, and user data judged by it. */
export interface NodeImage {
  readonly userData: BottlerocketUserData;
  readonly imageId: (scope: Construct) => string;
  readonly issues: BottlerocketIssue[];
}

/** The image that runs on the instance types, for the Kubernetes version of the nodes. */
export function chooseNodeImage(options: BottlerocketSelfManagedNodegroupOptions, cluster: ClusterFacts): NodeImage {
  const kubernetesVersion = options.kubernetesVersion ?? cluster.kubernetesVersion;
  const versionFrom = options.kubernetesVersion === undefined ? 'cluster' : 'kubernetesVersion';
  const choice = chooseImage({ ...options, instanceTypes: options.instanceTypes.map(nameOf) });
  const variant = nodeVariant(kubernetesVersion, choice.traits);
  const userData = new BottlerocketUserData({ allowRegistryCredentials: options.allowRegistryCredentials, variant });
  userData._judgeBy(osContext({ variant: variant?.variantName }).context);
  return {
    userData,
    issues: [...choice.issues, ...checkVersion(kubernetesVersion), ...checkNodeVariant(variant, choice, versionFrom)],
    imageId: (scope) =>
      ssm.StringParameter.valueForTypedStringParameterV2(
        scope,
        `/aws/service/bottlerocket/${variant!.variantName}/${choice.traits!.architecture}/latest/image_id`,
        ssm.ParameterValueType.AWS_EC2_IMAGE_ID,
      ),
  };
}

function checkVersion(version: string | undefined): BottlerocketIssue[] {
  return version === undefined || CDK_TOKENS.isToken(version)
    ? [
        issue(IssueCode.KUBERNETES_VERSION_UNKNOWN, {
          path: 'kubernetesVersion',
          message: 'The Kubernetes version decides the Bottlerocket variant, and is not known.',
        }),
      ]
    : [];
}
