import { Tokenization } from 'aws-cdk-lib';
import { BottlerocketVolumes } from '../../node';
import { checkVolumes, renderVolumes } from '../../node/volumes';
import { BottlerocketVariant, VariantStatus } from '../../os';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue } from '../../settings/report';

/** The size of the data volume in all images. */
const DATA_VOLUME_GIB = 20;

/** The largest size that an EC2NodeClass takes. */
const LARGEST_GIB = 59000;

/**
 * The volumes as an EC2NodeClass wants them: with sizes. That of the OS is the largest in the images that nodes may run.
 */
export function renderNodeClassVolumes(
  volumes: BottlerocketVolumes,
  variants: readonly BottlerocketVariant[],
): object[] {
  return renderVolumes(volumes).map(({ deviceName, ebs }, index) => {
    const { volumeSize, kmsKeyId: kmsKeyID, snapshotId: snapshotID, ...others } = ebs as Record<string, unknown>;
    const usual = index === 0 ? osVolumeGiB(variants) : DATA_VOLUME_GIB;
    const size = volumeSize ?? (snapshotID === undefined ? usual : undefined);
    return { deviceName, ebs: { ...others, kmsKeyID, snapshotID, volumeSize: gibibytes(size as number | undefined) } };
  });
}

/** The rules of EC2 and Karpenter that can be checked before deployment. */
export function checkNodeClassVolumes(volumes: BottlerocketVolumes): BottlerocketIssue[] {
  const size = volumes.dataVolume?.size;
  const found = checkVolumes(volumes);
  return found.length > 0 || size === undefined || size.isUnresolved() || size.toGibibytes() <= LARGEST_GIB
    ? found
    : [
        issue(IssueCode.INVALID_VOLUME, {
          path: 'dataVolume.size',
          message: 'Karpenter does not take this size.',
          received: `${size.toGibibytes()} GiB`,
          expected: `up to ${LARGEST_GIB} GiB`,
        }),
      ];
}

function osVolumeGiB(variants: readonly BottlerocketVariant[]): number {
  const known = (all: readonly BottlerocketVariant[]) =>
    all.flatMap(({ osVolumeSize }) => (osVolumeSize === undefined ? [] : [osVolumeSize.toGibibytes()]));
  const sizes = known(variants);
  const any = () => known(BottlerocketVariant.all().filter(({ status }) => status !== VariantStatus.RETIRED));
  return Math.max(...(sizes.length === 0 ? any() : sizes));
}

function gibibytes(size: number | undefined): string | undefined {
  if (size === undefined) {
    return undefined;
  }
  return `${CDK_TOKENS.isToken(size) ? Tokenization.stringifyNumber(size) : size}Gi`;
}
