import { AcceleratorVendor } from '../os';
import { BottlerocketIssue, IssueCode } from '../settings';
import { issue } from '../settings/report';
import type { KnownHardware } from './node-preset';
import { NodeTaint, TaintEffect } from './taint';

/** What keeps pods off nodes with accelerators unless they ask for one, and by what such nodes are found. */
interface Convention {
  readonly taint: NodeTaint;
  readonly labels: Readonly<Record<string, string>>;
}

const CONVENTIONS: Readonly<Record<string, Convention>> = {
  [AcceleratorVendor.NVIDIA]: {
    taint: { key: 'nvidia.com/gpu', value: 'present', effect: TaintEffect.NO_SCHEDULE },
    labels: { 'nvidia.com/gpu.present': 'true' },
  },
  [AcceleratorVendor.NEURON]: {
    taint: { key: 'aws.amazon.com/neuron', value: 'present', effect: TaintEffect.NO_SCHEDULE },
    labels: { 'aws.amazon.com/neuron.present': 'true' },
  },
};

/** What users say of labels and taints. */
interface Marks {
  readonly acceleratorTaint?: boolean;
  readonly labels?: { readonly [key: string]: string };
  readonly taints?: readonly NodeTaint[];
}

/** Labels and taints, with those by convention beneath what users give, and what is to be said of them. */
export function withAcceleratorTaint(
  { acceleratorTaint = false, labels, taints }: Marks,
  hardware: KnownHardware,
): {
  readonly labels?: { [key: string]: string };
  readonly taints?: NodeTaint[];
  readonly issues: BottlerocketIssue[];
} {
  const given = { labels: labels && { ...labels }, taints: taints && [...taints] };
  if (!acceleratorTaint) {
    return { ...given, issues: [] };
  }
  // One node group has one kind of accelerators, or is refused for that reason.
  const vendor = [...hardware.values()].find(({ accelerator }) => accelerator?.unsupported === undefined)?.accelerator
    ?.vendor;
  const convention = vendor === undefined ? undefined : CONVENTIONS[vendor];
  if (convention === undefined) {
    const message = 'None of the instance types is known to have an accelerator that Bottlerocket drives.';
    return {
      ...given,
      issues: [issue(IssueCode.ACCELERATOR_TAINT_UNUSED, { path: 'acceleratorTaint', message, received: 'true' })],
    };
  }
  const { key, effect } = convention.taint;
  const tainted = given.taints?.some((taint) => taint.key === key && taint.effect === effect) ?? false;
  return {
    labels: { ...convention.labels, ...labels },
    taints: tainted ? given.taints : [...(given.taints ?? []), convention.taint],
    issues: [],
  };
}
