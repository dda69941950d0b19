import { Construct } from 'constructs';
import { BottlerocketUserData } from '../node';
import { BottlerocketVariant } from '../os';
import { chooseNodeImage, NodeImage } from '../os/node-image';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketCapacityProviderProps } from './capacity-provider-props';

/** The generation with the longest record: no release calls it a preview, as those of the next one did. */
export const DEFAULT_ECS_GENERATION = 2;

/** The image of container instances, and user data judged by it. */
export interface InstanceImage extends NodeImage {
  readonly userData: BottlerocketUserData;
}

/** The image that runs on the instance types. */
export function chooseInstanceImage(scope: Construct, props: BottlerocketCapacityProviderProps): InstanceImage {
  const generation = props.ecsGeneration ?? props.image?._variant?.ecsGeneration ?? DEFAULT_ECS_GENERATION;
  const image = chooseNodeImage(scope, {
    ...props,
    instanceTypes: props.instanceTypes.map((type) => {
      const name = type.toString();
      return CDK_TOKENS.isToken(name) ? undefined : name;
    }),
    line: BottlerocketVariant.ecs(generation),
    lineFrom: 'ecsGeneration',
    use: 'launch',
  });
  const userData = new BottlerocketUserData({
    allowRegistryCredentials: props.allowRegistryCredentials,
    variant: image.variant,
    osVersion: image.bound.osVersion,
  });
  return { ...image, userData };
}
