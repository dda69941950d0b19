import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import { BottlerocketAmiType } from './ami-type';
import { chooseImage, ImageChoice, ImageRequest, ImageTraits } from './image-choice';

const TRAITS: Readonly<Record<BottlerocketAmiType, ImageTraits>> = {
  [BottlerocketAmiType.X86_64]: { architecture: 'x86_64', nvidia: false, fips: false },
  [BottlerocketAmiType.ARM_64]: { architecture: 'arm64', nvidia: false, fips: false },
  [BottlerocketAmiType.X86_64_NVIDIA]: { architecture: 'x86_64', nvidia: true, fips: false },
  [BottlerocketAmiType.ARM_64_NVIDIA]: { architecture: 'arm64', nvidia: true, fips: false },
  [BottlerocketAmiType.X86_64_FIPS]: { architecture: 'x86_64', nvidia: false, fips: true },
  [BottlerocketAmiType.ARM_64_FIPS]: { architecture: 'arm64', nvidia: false, fips: true },
  [BottlerocketAmiType.X86_64_NVIDIA_FIPS]: { architecture: 'x86_64', nvidia: true, fips: true },
  [BottlerocketAmiType.ARM_64_NVIDIA_FIPS]: { architecture: 'arm64', nvidia: true, fips: true },
};

/** Checks the AMI type that was asked for against the instance types. */
export function chooseByAmiType(request: ImageRequest, amiType: BottlerocketAmiType): ImageChoice {
  if (TRAITS[amiType] === undefined) {
    return { hardware: new Map(), issues: [notOfBottlerocket(amiType)] };
  }
  return chooseImage(request, {
    traits: TRAITS[amiType],
    path: 'amiType',
    received: amiType,
    code: IssueCode.AMI_TYPE_MISMATCH,
    nameOf: (traits) => nameOf(amiTypeOf(traits)),
  });
}

/** The AMI type of an image. */
export function amiTypeOf({ architecture, nvidia, fips }: ImageTraits): BottlerocketAmiType {
  return (Object.keys(TRAITS) as BottlerocketAmiType[]).find((amiType) => {
    const traits = TRAITS[amiType];
    return traits.architecture === architecture && traits.nvidia === nvidia && traits.fips === fips;
  })!;
}

function notOfBottlerocket(amiType: string): BottlerocketIssue {
  return issue(IssueCode.AMI_TYPE_MISMATCH, {
    path: 'amiType',
    message: 'This is not an AMI type of Bottlerocket.',
    received: String(amiType),
    expected: Object.keys(TRAITS).join(', '),
  });
}

/** As users write it. */
function nameOf(amiType: BottlerocketAmiType): string {
  const member = Object.entries(BottlerocketAmiType).find(([, value]) => value === amiType)![0];
  return `BottlerocketAmiType.${member}`;
}
