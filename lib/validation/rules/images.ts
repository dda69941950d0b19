import { checkFipsRegion, turnsFipsEndpointsOff } from '../../os/fips-region';
import { checkVariantName } from '../../os/variant-stage';
import { IssueCode } from '../../settings/generated/issue-code.generated';
import { isBefore, parseRelease } from '../../settings/model/release';
import { parseVariant, variantModel } from '../../settings/model/variants';
import { NodeKind } from '../../template';
import { NodeRule, NodeView, RuleReport } from './rule';

/** Which image the nodes run, and whether it can work there. */
export const IMAGE_RULES: readonly NodeRule[] = [stage, release, releaseVersion, fipsEndpoints, namedTwice];

function pathOf({ node }: NodeView): string {
  return node.amiType === undefined ? 'ImageId' : 'AmiType';
}

function stage(view: NodeView, report: RuleReport): void {
  const { variant, parameter } = view.node.image;
  // Of a managed node group, only the family may be known.
  if (variant !== undefined && (parameter !== undefined || parseVariant(variant) !== undefined)) {
    checkVariantName(variant, pathOf(view)).forEach(({ code, ...finding }) => report(code, finding));
  }
}

function release({ node }: NodeView, report: RuleReport): void {
  const { variant = '', osVersion } = node.image;
  const { since } = variantModel(variant) ?? {};
  const parsed = osVersion === undefined ? undefined : parseRelease(osVersion);
  if (since !== undefined && parsed !== undefined && isBefore(parsed, since)) {
    report(IssueCode.RELEASE_NOT_OF_VARIANT, {
      path: node.amiType === undefined ? 'ImageId' : 'ReleaseVersion',
      message: `${variant} came with release ${since}.`,
      received: osVersion,
      expected: `release ${since} or newer`,
    });
  }
}

function releaseVersion(view: NodeView, report: RuleReport): void {
  const given = view.property('ReleaseVersion');
  const isOurs = view.node.kind === NodeKind.MANAGED_NODEGROUP && typeof given === 'string';
  if (isOurs && !/^\d+\.\d+\.\d+-[0-9a-f]{8}$/.test(given)) {
    report(IssueCode.INVALID_RELEASE_VERSION, {
      path: 'ReleaseVersion',
      message: 'Amazon EKS wants a release of Bottlerocket with the commit that it was built from.',
      received: given,
      expected: 'a release such as 1.62.1-ea1afdd6, as the parameter image_version of the image holds it',
    });
  }
}

function fipsEndpoints(view: NodeView, report: RuleReport): void {
  const { fips = false, variant = 'a FIPS variant' } = view.node.image;
  const config = view.setting('aws', 'config');
  const isOff = typeof config === 'string' && (view.hasPlaceholder(config) || turnsFipsEndpointsOff(config));
  if (!isOff) {
    const { userData, launch } = view.node;
    const areSettingsKnown = userData === undefined ? launch?.userData === undefined : !userData.isPartial;
    checkFipsRegion(view.region, { fips, variantName: variant }, areSettingsKnown).forEach(({ code, ...finding }) =>
      report(code, finding),
    );
  }
}

function namedTwice(view: NodeView, report: RuleReport): void {
  const given = ['AmiType', 'ReleaseVersion', 'Version'].filter((name) => view.property(name) !== undefined);
  const { kind, launch } = view.node;
  if (kind === NodeKind.MANAGED_NODEGROUP && launch?.imageId !== undefined && given.length > 0) {
    report(IssueCode.NODEGROUP_IMAGE_CONFLICT, {
      path: given[0]!,
      message: `The launch template has an image, and the node group has ${given.join(', ')}.`,
    });
  }
}
