import { CustomResource, Karpenter } from '../schema/load-karpenter';
import { HEADER, quote } from './source';

/** What lib/eks knows of Karpenter. */
export function renderKarpenter(karpenter: Karpenter): string {
  const { instanceStore } = karpenter;
  return [
    HEADER,
    '\n/** What Karpenter calls things, and what belongs to it. */\n',
    'export const KARPENTER = {\n',
    `  nodeClassApi: ${resource(karpenter.nodeClassApi)},\n`,
    `  nodePoolApi: ${resource(karpenter.nodePoolApi)},\n`,
    `  discoveryTag: ${quote(karpenter.discoveryTag)},\n`,
    `  labelDomains: ${list(karpenter.labelDomains)},\n`,
    `  labels: ${list(karpenter.labels)},\n`,
    `  ownedLabels: ${list(karpenter.ownedLabels)},\n`,
    `  ownedTags: ${list(karpenter.ownedTags)},\n`,
    `  ownedTagPrefixes: ${list(karpenter.ownedTagPrefixes)},\n`,
    `  instanceStore: { command: ${quote(instanceStore.command)}, since: ${quote(instanceStore.since)} },\n`,
    '};\n',
  ].join('');
}

/** What lib/settings knows of Karpenter: it reads user data before the OS does. */
export function renderKubeletFields({ kubelet }: Karpenter): string {
  return [
    HEADER,
    '\n/** A field of the kubelet section of an EC2NodeClass. */\n',
    'export interface KubeletField {\n',
    '  readonly field: string;\n',
    '  readonly list: boolean;\n',
    '  /** What becomes of the setting in user data. */\n',
    '  readonly inUserData: string;\n',
    '}\n',
    '\n/** Where settings of settings.kubernetes go in the kubelet section of an EC2NodeClass. */\n',
    'export const KUBELET_FIELDS: Readonly<Record<string, KubeletField>> = {\n',
    ...kubelet.map(
      ({ setting, field, list: isList, inUserData }) =>
        `  ${quote(setting)}: { field: ${quote(field)}, list: ${isList}, inUserData: ${quote(inUserData)} },\n`,
    ),
    '};\n',
  ].join('');
}

function resource({ group, version, kind }: CustomResource): string {
  return `{ group: ${quote(group)}, apiVersion: ${quote(`${group}/${version}`)}, kind: ${quote(kind)} }`;
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quote).join(', ')}]`;
}
