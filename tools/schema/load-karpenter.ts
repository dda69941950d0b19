import { Mapping } from './read';

/** The group, version and kind of a custom resource. */
export interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Where a setting goes in the kubelet section of an EC2NodeClass. */
export interface KubeletField {
  readonly setting: string;
  readonly field: string;
  readonly list: boolean;
  /** What becomes of the setting in user data, as a sentence. */
  readonly inUserData: string;
}

/** What is known of Karpenter. */
export interface Karpenter {
  readonly nodeClassApi: CustomResource;
  readonly nodePoolApi: CustomResource;
  readonly discoveryTag: string;
  readonly labelDomains: readonly string[];
  readonly labels: readonly string[];
  readonly ownedLabels: readonly string[];
  readonly ownedTags: readonly string[];
  readonly ownedTagPrefixes: readonly string[];
  readonly kubelet: readonly KubeletField[];
  readonly instanceStore: { readonly command: string; readonly since: string };
  /** JSON Schemas of the manifests. */
  readonly manifests: { readonly nodeClass: object; readonly nodePool: object };
}

/** Reads schema/karpenter.yaml. */
export function loadKarpenter(file: string): Karpenter {
  const data = Mapping.ofFile(file);
  data.string('asOf');
  const kubelet = data.mapping('kubelet');
  const instanceStore = data.mapping('instanceStore');
  const shared = data.any('shared');
  const schemaOf = (key: string): object => ({ ...(data.any(key) as object), $defs: shared });
  const result: Karpenter = {
    nodeClassApi: resourceOf(data.mapping('nodeClassApi')),
    nodePoolApi: resourceOf(data.mapping('nodePoolApi')),
    discoveryTag: data.string('discoveryTag'),
    labelDomains: data.strings('labelDomains'),
    labels: data.strings('labels'),
    ownedLabels: data.strings('ownedLabels'),
    ownedTags: data.strings('ownedTags'),
    ownedTagPrefixes: data.strings('ownedTagPrefixes'),
    kubelet: kubelet.keys.map((setting) => fieldOf(setting, kubelet.mapping(setting))),
    instanceStore: { command: instanceStore.string('command'), since: instanceStore.string('since') },
    manifests: { nodeClass: schemaOf('nodeClass'), nodePool: schemaOf('nodePool') },
  };
  [kubelet, instanceStore, data].forEach((mapping) => mapping.done());
  return result;
}

function resourceOf(data: Mapping): CustomResource {
  const resource = { group: data.string('group'), version: data.string('version'), kind: data.string('kind') };
  data.done();
  return resource;
}

function fieldOf(setting: string, data: Mapping): KubeletField {
  const field = {
    setting,
    field: data.string('field'),
    list: data.flag('list'),
    inUserData: data.string('inUserData'),
  };
  data.done();
  return field;
}
