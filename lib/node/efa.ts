import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { InstanceHardware } from '../os';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode, SettingsLayer } from '../settings';
import { issue } from '../settings/report';
import type { EfaOptions } from './efa-options';
import { isOutside, known } from './group-checks';
import type { KnownHardware } from './node-preset';
import type { BottlerocketUserData } from './user-data';

/** What the resource is called that the EFA device plugin offers. */
export const EFA_RESOURCE = 'vpc.amazonaws.com/efa';

/** On which network cards the nodes of a group have EFA. */
export interface EfaLayout {
  readonly firstCard: number;
  readonly count: number;
}

/** What decides about the network interfaces of nodes. */
export interface EfaNodes {
  readonly efa?: EfaOptions;
  readonly instanceTypes: ec2.InstanceType[];
  readonly associatePublicIpAddress?: boolean;
}

/** The layout that fits all instance types, or why there is none. */
export function chooseEfaLayout(
  { efa, instanceTypes, associatePublicIpAddress }: EfaNodes,
  hardware: KnownHardware,
): { readonly layout?: EfaLayout; readonly issues: BottlerocketIssue[] } {
  if (efa === undefined) {
    return { issues: [] };
  }
  const issues = [...checkOptions(efa), ...(associatePublicIpAddress === true ? [publicIp()] : [])];
  const found = instanceTypes.map((type) => [type.toString(), hardware.get(type.toString())] as const);
  const missing = found.flatMap(([type, of]) => checkType(type, of));
  const [first, ...others] = found;
  if (missing.length > 0 || first === undefined) {
    return { issues: [...issues, ...missing] };
  }
  const { efaInterfaces: most = 0, efaOnFirstCard } = first[1]!;
  const different = others.filter(([, of]) => of!.efaInterfaces !== most || of!.efaOnFirstCard !== efaOnFirstCard);
  if (different.length > 0) {
    issues.push(
      unavailable(
        'These instance types do not have the same EFA interfaces, and a node group has one launch template for all.',
        found.map(([type, of]) => `${type}: ${of!.efaInterfaces}`).join(', '),
        'instance types with the same number of EFA interfaces',
      ),
    );
  }
  if (known(efa.interfaceCount) && efa.interfaceCount > most) {
    issues.push(
      invalid(
        'interfaceCount',
        `${first[0]} does not have this many.`,
        efa.interfaceCount,
        `a whole number up to ${most}`,
      ),
    );
  }
  return { layout: { firstCard: efaOnFirstCard ? 0 : 1, count: efa.interfaceCount ?? most }, issues };
}

/**
 * The network interfaces of a node: the one with its address, and one for EFA alone on each network card, which takes no
 * address.
 *
 * @param primary what the first one has
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html
 */
export function efaNetworkInterfaces(
  { firstCard, count }: EfaLayout,
  primary: Pick<ec2.CfnLaunchTemplate.NetworkInterfaceProperty, 'groups' | 'associatePublicIpAddress'>,
): ec2.CfnLaunchTemplate.NetworkInterfaceProperty[] {
  const cards = Array.from({ length: count }, (_, index) => firstCard + index);
  return [
    { ...primary, networkCardIndex: 0, deviceIndex: 0, interfaceType: 'interface', deleteOnTermination: true },
    ...cards.map((networkCardIndex) => ({
      networkCardIndex,
      // On the first card, the node has its address.
      deviceIndex: networkCardIndex === 0 ? 1 : 0,
      interfaceType: 'efa-only',
      groups: primary.groups,
      deleteOnTermination: true,
    })),
  ];
}

/** Puts the settings that EFA wants into user data, beneath those of users. */
export function addEfaSettings(userData: BottlerocketUserData, efa: EfaOptions | undefined): BottlerocketIssue[] {
  // Releases before 1.41 write this key themselves, and the other spelling of it would lose.
  return efa?.hugePages === undefined
    ? []
    : userData._tryAddSettings(
        { kernel: { sysctl: { 'vm/nr_hugepages': CDK_TOKENS.asText(efa.hugePages) } } },
        { layer: SettingsLayer.PRESET, source: 'efa' },
      );
}

/** Finds out whether the nodes could start where others cannot reach them by EFA. */
export function checkEfaZones(efa: EfaOptions | undefined, zones: readonly string[]): BottlerocketIssue[] {
  const different = [...new Set(zones)];
  return efa === undefined || different.length < 2
    ? []
    : [
        issue(IssueCode.EFA_SEVERAL_ZONES, {
          path: 'subnets',
          message: 'The subnets are in several Availability Zones, and traffic of EFA stays in one.',
          received: `${different.length} Availability Zones`,
          expected: '1',
        }),
      ];
}

function checkOptions({
  interfaceCount,
  clusterPlacement,
  placementGroup,
  hugePages,
}: EfaOptions): BottlerocketIssue[] {
  return [
    ...(CDK_TOKENS.isToken(interfaceCount) || isOutside(interfaceCount, 1, Infinity)
      ? [
          invalid(
            'interfaceCount',
            'EC2 does not take this number.',
            interfaceCount,
            'a whole number from 1, known at synthesis',
          ),
        ]
      : []),
    ...(isOutside(hugePages, 0, 2 ** 31 - 1)
      ? [invalid('hugePages', 'The kernel does not take this number.', hugePages, 'a whole number from 0')]
      : []),
    ...(clusterPlacement === false && placementGroup !== undefined
      ? [
          invalid(
            'placementGroup',
            'The nodes are not placed together.',
            'a group, and clusterPlacement: false',
            'one of the two',
          ),
        ]
      : []),
  ];
}

function checkType(type: string, hardware: InstanceHardware | undefined): BottlerocketIssue[] {
  if (hardware?.efa === false) {
    const message = `${type} has no Elastic Fabric Adapter.`;
    return [unavailable(message, type, 'instance types with EFA, often the larger sizes of a family')];
  }
  if (hardware?.efaInterfaces === undefined) {
    return [
      issue(IssueCode.EFA_UNAVAILABLE, {
        path: 'instanceTypes',
        message: 'It is not known how many EFA interfaces this instance type has.',
        received: CDK_TOKENS.isToken(type) ? undefined : type,
        fix: "Say it by instanceHardware, such as InstanceHardware.of('p9', { architecture, efaInterfaces: 4 }).",
      }),
    ];
  }
  return [];
}

function unavailable(message: string, received: string, expected: string): BottlerocketIssue {
  return issue(IssueCode.EFA_UNAVAILABLE, { path: 'instanceTypes', message, received, expected });
}

function invalid(property: string, message: string, received: unknown, expected: string): BottlerocketIssue {
  return issue(IssueCode.INVALID_EFA_OPTIONS, {
    path: `efa.${property}`,
    message,
    received: String(received),
    expected,
  });
}

function publicIp(): BottlerocketIssue {
  return issue(IssueCode.EFA_WITH_PUBLIC_IP, {
    path: 'associatePublicIpAddress',
    message: 'Nodes with EFA have several network interfaces, and EC2 gives these no public address.',
    received: 'true',
  });
}
