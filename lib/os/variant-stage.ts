import { IssueCode } from '../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../settings/issue';
import { unknownVariant } from '../settings/model/os-context';
import { formatRelease } from '../settings/model/release';
import { parseVariant, variantModel, VariantTraits } from '../settings/model/variants';
import { issue } from '../settings/report';

/** Finds out whether new nodes should run the variant with a name. Does without the CDK, for the command line. */
export function checkVariantName(variantName: string, path: string): BottlerocketIssue[] {
  const traits = parseVariant(variantName);
  if (traits === undefined) {
    return [unknownVariant(path, variantName)];
  }
  const report = (code: IssueCode, message: string, fix?: string) => [
    issue(code, { path, message, received: variantName, fix }),
  ];
  if (traits.architectures.length === 0) {
    return report(IssueCode.VARIANT_WITHOUT_IMAGES, `AWS publishes no images of ${variantName}.`);
  }
  const model = variantModel(variantName);
  if (model === undefined) {
    const plain = variantName.replace(/(?:-nvidia)?(?:-fips)?$/, '');
    if (variantModel(plain)?.status === 'retired') {
      // A flavour that its line never had will not come any more.
      return checkVariantName(plain, path);
    }
    return report(IssueCode.UNLISTED_VARIANT, `This library does not list ${variantName}.`);
  }
  switch (model.status) {
    case 'current':
      return [];
    case 'preview':
      return report(IssueCode.PREVIEW_VARIANT, `${variantName} is a preview.`);
    case 'ending':
      return report(
        IssueCode.ENDING_VARIANT,
        `AWS ends updates of ${variantName} on ${model.ends}${ofEks(traits, 'ends')}.`,
        `Move to ${model.replacement} or newer, then acknowledge this warning.`,
      );
    case 'retired': {
      const since = model.ends === undefined ? '' : ` on ${model.ends}${ofEks(traits, 'ended')}`;
      const last = model.last === undefined ? '' : ` The last release with it is ${model.last}.`;
      return report(
        IssueCode.RETIRED_VARIANT,
        `AWS ended updates of ${variantName}${since}.${last}`,
        `Use ${model.replacement} or newer${traits.orchestrator === 'kubernetes' ? ', with a cluster of that version' : ''}.`,
      );
    }
  }
}

function ofEks({ orchestrator, kubernetes }: VariantTraits, ends: string): string {
  return orchestrator === 'kubernetes'
    ? `, when the extended support of Amazon EKS for Kubernetes ${formatRelease(kubernetes!, 2)} ${ends}`
    : '';
}
