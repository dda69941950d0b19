import { launchFacts } from '../../hardening/controls/launch-facts';
import { ControlResult } from '../../hardening/controls/control-result';
import { reportOf } from '../../hardening/controls/report-of';
import { familyHardware, parseInstanceType } from '../../os/instance-families';
import { IssueSeverity } from '../../settings/issue';
import { newTable } from '../../settings/model/document';
import { osContext } from '../../settings/model/os-context';
import { DocumentedSetting } from '../../settings/model/settings-reference';
import { judgeToml } from '../../settings/toml/judge-toml';
import { placeholderTokens, TemplateNode } from '../../template';
import { AssemblyNode } from '../../validation/check-assembly';
import { settingsInUse, UsedSettings } from './settings-in-use';
import { Slugs } from './slugs';

/** All that is said of the nodes of an app. Nothing in it depends on when or where it was made. */
export interface FleetReport {
  readonly nodes: readonly NodeReport[];
  /** The settings that one of the nodes has, in the order of their paths. */
  readonly reference: readonly ReferenceEntry[];
}

/** Nodes of one kind, with what is known and what was found. */
export interface NodeReport extends AssemblyNode {
  /** The anchor in the page. */
  readonly id: string;
  /** The construct path, and the name of the object in a manifest. */
  readonly name: string;
  readonly hardware: readonly InstanceFacts[];
  readonly settings: UsedSettings;
  readonly hardening: readonly ControlResult[];
}

/** What is known of an instance type. What is missing is not known, or not there. */
export interface InstanceFacts {
  readonly instanceType: string;
  readonly architecture?: string;
  /** Such as `4 × A10G`. */
  readonly accelerator?: string;
}

/** A setting, and its anchor in the page. */
export interface ReferenceEntry {
  readonly id: string;
  readonly setting: DocumentedSetting;
}

/** Reports on nodes, in their order. */
export function fleetReport(checked: readonly AssemblyNode[]): FleetReport {
  const slugs = new Slugs();
  const nodes = checked.map((node) => nodeReport(node, slugs));
  const used = nodes.flatMap(({ settings }) => settings.differing.flatMap(({ setting }) => setting ?? []));
  const byPath = new Map(used.map((setting) => [setting.path, setting]));
  return {
    nodes,
    reference: [...byPath.keys()].sort().map((path) => ({ id: slugs.next(path), setting: byPath.get(path)! })),
  };
}

/** Whether nothing has to be changed before the nodes can work. */
export function isFine(nodes: readonly AssemblyNode[]): boolean {
  return countOf(nodes, IssueSeverity.ERROR) === 0;
}

/** How many findings of a severity there are. */
export function countOf(nodes: readonly AssemblyNode[], wanted: IssueSeverity): number {
  return nodes.flatMap(({ findings }) => findings).filter(({ issue }) => issue.severity === wanted).length;
}

function nodeReport(checked: AssemblyNode, slugs: Slugs): NodeReport {
  const { node, of } = checked;
  const name = nameOf(node);
  return {
    ...checked,
    id: slugs.next(`node-${name}`),
    name,
    hardware: node.instanceTypes.map(instanceFacts),
    settings: settingsInUse(node.userData?.document ?? newTable()),
    hardening: hardeningOf(node, of.region),
  };
}

/** Nearly all construct paths of resources end alike, which says nothing. */
function nameOf({ path, objectName }: TemplateNode): string {
  const construct = path.replace(/\/(?:Resource|Default)$/, '');
  return objectName === undefined ? construct : `${construct} ${objectName}`;
}

/** What is known of an instance type. Of families that are not in the table, nothing is guessed. */
function instanceFacts(instanceType: string): InstanceFacts {
  const { family = '', size = '' } = parseInstanceType(instanceType) ?? {};
  const { architecture, accelerator } = familyHardware(family) ?? {};
  const count = accelerator?.count?.[size];
  return {
    instanceType,
    architecture,
    accelerator: accelerator && `${count === undefined ? '' : `${count} × `}${accelerator.model}`,
  };
}

/** Controls are judged by settings that are right; what is wrong with others is a finding. */
function hardeningOf({ image, userData, launch }: TemplateNode, region: string | undefined): ControlResult[] {
  if (image.isBottlerocket === false) {
    return [];
  }
  const { context } = osContext({ variant: image.variant, osVersion: image.osVersion });
  const os = { ...context, region };
  const tokens = placeholderTokens(userData?.placeholders ?? []);
  const { document } = judgeToml(userData?.toml ?? '', { context: os, tokens, isComplete: false });
  return reportOf(document, { os, tokens, facts: launch && launchFacts(launch) });
}
