import { CDK_TOKENS } from '../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../settings';
import { checkLabels, checkTaints } from '../node/labels';
import { checkMetadataOptions } from '../node/metadata-options';
import { checkVolumes } from '../node/volumes';
import { Report } from '../node/group-checks';
import { show } from '../settings/report';
import { BottlerocketNodegroupCommonOptions } from './nodegroup-common-options';

/** What is wrong with the parts that make a node, whatever kind of group it belongs to. */
export function checkNodes(options: BottlerocketNodegroupCommonOptions): BottlerocketIssue[] {
  return [
    ...checkLabels(options.labels ?? {}, 'labels'),
    ...checkTaints(options.taints ?? [], 'taints'),
    ...checkVolumes(options),
    ...checkMetadataOptions({ hopLimit: options.metadataHopLimit }, 'metadataHopLimit'),
  ];
}

/** Whether this is how EKS names versions of Kubernetes. */
export function isKubernetesVersion(version: string): boolean {
  // Without types, it may be a number.
  return typeof version === 'string' && /^1\.\d\d$/.test(version);
}

export function checkKubernetesVersion(version: string | undefined, report: Report): void {
  if (version !== undefined && !CDK_TOKENS.isToken(version) && !isKubernetesVersion(version)) {
    report(IssueCode.INVALID_KUBERNETES_VERSION, {
      path: 'kubernetesVersion',
      message: 'This is not how EKS names versions of Kubernetes.',
      received: show(version),
      expected: 'two numbers such as 1.35',
    });
  }
}
