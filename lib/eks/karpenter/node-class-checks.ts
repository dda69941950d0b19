import { CDK_TOKENS } from '../../private/cdk-tokens';
import { checkMetadataOptions } from '../../node/metadata-options';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { isBefore, parseRelease } from '../../settings/model/release';
import { issue, show } from '../../settings/report';
import { ClusterFacts } from '../cluster-facts';
import { checkKubernetesVersion } from '../common-checks';
import { KARPENTER } from '../generated/karpenter.generated';
import { NodeJoinMethod } from '../node-access';
import { checkKeyAccess } from './controller-access';
import { NodeClassImages } from './node-class-image';
import { BottlerocketNodeClassProps } from './node-class-props';
import { checkNodeClassVolumes } from './node-class-volumes';
import { SelectorTerm } from './selector-terms';

/** What Karpenter takes of one kind of terms. */
const MOST_TERMS = 30;

/** Fields of the specification, and the property that writes each. */
const OWNED_FIELDS: Readonly<Record<string, string>> = {
  amiFamily: 'image',
  amiSelectorTerms: 'image',
  associatePublicIPAddress: 'associatePublicIpAddress',
  blockDeviceMappings: 'osVolume and dataVolume',
  capacityReservationSelectorTerms: 'capacityReservationSelectorTerms',
  context: 'context',
  detailedMonitoring: 'detailedMonitoring',
  instanceProfile: 'instanceProfile',
  instanceStorePolicy: 'instanceStorePolicy',
  kubelet: 'settings',
  metadataOptions: 'metadataHopLimit',
  role: 'nodeRole',
  securityGroupSelectorTerms: 'securityGroupSelectorTerms',
  subnetSelectorTerms: 'subnetSelectorTerms',
  tags: 'tags',
  userData: 'settings',
};

/** What Karpenter or EC2 would refuse, but for settings and images. */
export function checkNodeClass(
  props: BottlerocketNodeClassProps,
  cluster: ClusterFacts,
  images: NodeClassImages,
): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  checkKubernetesVersion(props.kubernetesVersion, (code, finding) => issues.push(issue(code, finding)));
  return [
    ...checkClusterKind(cluster),
    ...issues,
    ...checkNodeClassVolumes(props),
    ...checkMetadataOptions({ hopLimit: props.metadataHopLimit }, 'metadataHopLimit'),
    ...checkTerms(props.subnetSelectorTerms, 'subnetSelectorTerms', /^subnet-[0-9a-z]+$/),
    ...checkTerms(props.securityGroupSelectorTerms, 'securityGroupSelectorTerms', /^sg-[0-9a-z]+$/),
    ...checkTerms(props.capacityReservationSelectorTerms, 'capacityReservationSelectorTerms', /^cr-[0-9a-z]+$/),
    ...checkInstanceStore(props, images),
    ...checkRole(props),
    ...checkKeyAccess(props),
    ...checkAdditionalSpec(props.additionalSpec ?? {}),
  ];
}

/** Auto Mode has node classes of its own, without settings. */
function checkClusterKind({ autoMode }: ClusterFacts): BottlerocketIssue[] {
  return autoMode
    ? [
        issue(IssueCode.AUTO_MODE_NODE_CLASS, {
          path: 'cluster',
          message: 'The cluster runs in EKS Auto Mode, whose nodes take no settings.',
        }),
      ]
    : [];
}

function invalid(path: string, message: string, received: string, expected: string): BottlerocketIssue {
  return issue(IssueCode.INVALID_NODE_CLASS, { path, message, received, expected });
}

function checkTerms(
  terms: readonly { readonly _term: SelectorTerm }[] | undefined,
  path: string,
  idPattern: RegExp,
): BottlerocketIssue[] {
  if (terms === undefined) {
    return [];
  }
  const needed = path !== 'capacityReservationSelectorTerms';
  const count =
    terms.length > MOST_TERMS || (needed && terms.length === 0)
      ? [invalid(path, 'Karpenter does not take this many terms.', String(terms.length), `1 to ${MOST_TERMS} terms`)]
      : [];
  return [...count, ...terms.flatMap(({ _term }, index) => checkTerm(_term, `${path}[${index}]`, idPattern))];
}

function checkTerm({ id, tags, ownerID }: SelectorTerm, path: string, idPattern: RegExp): BottlerocketIssue[] {
  const isWrong = (text: string | undefined, pattern: RegExp) =>
    text !== undefined && !CDK_TOKENS.isToken(text) && !pattern.test(text);
  const entries = Object.entries(tags ?? {});
  return [
    ...(isWrong(id, idPattern) ? [invalid(path, 'This is not such an id.', show(id), String(idPattern.source))] : []),
    ...(isWrong(ownerID, /^\d{12}$/) ? [invalid(path, 'This is not an account.', show(ownerID), '12 digits')] : []),
    ...(tags !== undefined && (entries.length === 0 || entries.length > 20)
      ? [invalid(path, 'Karpenter does not take this many tags.', String(entries.length), '1 to 20 tags')]
      : []),
    ...(entries.some(([key, value]) => key === '' || value === '')
      ? [invalid(path, 'Neither keys nor values of tags may be empty.', show(tags), 'text, or * for any value')]
      : []),
  ];
}

function checkInstanceStore(
  { instanceStorePolicy }: BottlerocketNodeClassProps,
  { osVersion }: NodeClassImages,
): BottlerocketIssue[] {
  const { since } = KARPENTER.instanceStore;
  const release = osVersion === undefined ? undefined : parseRelease(osVersion);
  return instanceStorePolicy === undefined || release === undefined || !isBefore(release, since)
    ? []
    : [
        invalid(
          'instanceStorePolicy',
          'This release of Bottlerocket does not have the bootstrap commands that Karpenter needs for it.',
          osVersion!,
          `release ${since} or newer`,
        ),
      ];
}

function checkRole({ nodeRole, instanceProfile, joinBy }: BottlerocketNodeClassProps): BottlerocketIssue[] {
  return instanceProfile !== undefined &&
    nodeRole === undefined &&
    instanceProfile.role === undefined &&
    joinBy !== NodeJoinMethod.NONE
    ? [
        issue(IssueCode.NODE_ROLE_UNKNOWN, {
          path: 'instanceProfile',
          message: 'The instance profile does not say which role the nodes have.',
        }),
      ]
    : [];
}

/** Tags that Karpenter writes itself, and those of AWS. */
export function checkNodeClassTags(tags: Readonly<Record<string, string>>): BottlerocketIssue[] {
  const { ownedTags, ownedTagPrefixes } = KARPENTER;
  return Object.keys(tags)
    .filter((key) => ownedTags.includes(key) || ownedTagPrefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) =>
      issue(IssueCode.OWNED_BY_KARPENTER, {
        path: `tags[${JSON.stringify(key)}]`,
        message: 'Karpenter writes this tag itself.',
        received: show(tags[key]),
        fix: 'Leave the tag out. One that comes from the tags of the app: Tags.of(nodeClass).remove(key).',
      }),
    );
}

function checkAdditionalSpec(spec: Readonly<Record<string, unknown>>): BottlerocketIssue[] {
  return Object.keys(spec)
    .filter((field) => Object.hasOwn(OWNED_FIELDS, field))
    .map((field) =>
      issue(IssueCode.OWNED_NODE_CLASS_FIELD, {
        path: `additionalSpec.${field}`,
        message: 'This field follows from other properties.',
        fix: `Use ${OWNED_FIELDS[field]}.`,
      }),
    );
}
