import Ajv from 'ajv/dist/2020';
import { join } from 'node:path';
import { BottlerocketNodeClass, BottlerocketNodeClassOptions, BottlerocketNodePoolOptions } from '../../lib';
import { loadKarpenter } from '../../tools/schema/load-karpenter';
import { cfnCluster, ClusterFixture } from './clusters';
import { problemsOf } from './issues';

/** What an object of Karpenter says. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

const { manifests } = loadKarpenter(join(__dirname, '..', '..', 'schema', 'karpenter.yaml'));
const ajv = new Ajv({ allErrors: true, strict: false });
const VALIDATORS: Readonly<Record<string, ReturnType<typeof ajv.compile>>> = {
  EC2NodeClass: ajv.compile(manifests.nodeClass),
  NodePool: ajv.compile(manifests.nodePool),
};

/** What Kubernetes and Karpenter have against an object. References of CloudFormation stand for text. */
export function violationsOf(manifest: object): string[] {
  const plain = withoutReferences(manifest) as Manifest;
  const validate = VALIDATORS[plain.kind]!;
  return validate(plain) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Text of the form that the place wants, as it is after deployment. */
function withoutReferences(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => withoutReferences(item, key));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  if (entries.length === 1 && (entries[0]![0] === 'Ref' || entries[0]![0].startsWith('Fn::'))) {
    const ids: Record<string, string> = { subnetSelectorTerms: 'subnet-1', securityGroupSelectorTerms: 'sg-1' };
    return ids[key] ?? (key === 'amiSelectorTerms' ? 'ami-1' : 'x');
  }
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, withoutReferences(inner, name === 'id' ? key : name)]),
  );
}

/** A node class that is not applied, so that nothing of a cluster but a resource is made. */
export function nodeClass(options: BottlerocketNodeClassOptions = {}, fixture: ClusterFixture = cfnCluster()) {
  const { stack, cluster } = fixture;
  const made = new BottlerocketNodeClass(stack, 'NodeClass', { cluster, applyToCluster: false, ...options });
  return { stack, cluster, made };
}

/** The object of a node class, once it is what Karpenter takes. */
export function nodeClassManifest(options: BottlerocketNodeClassOptions = {}, fixture?: ClusterFixture): Manifest {
  const manifest = nodeClass(options, fixture).made.toManifest() as Manifest;
  expect(violationsOf(manifest)).toEqual([]);
  return manifest;
}

export const specOf = (options?: BottlerocketNodeClassOptions, fixture?: ClusterFixture) =>
  nodeClassManifest(options, fixture).spec;

/** The object of a node pool, once it is what Karpenter takes. */
export function nodePoolManifest(
  options: BottlerocketNodePoolOptions = {},
  ofClass: BottlerocketNodeClassOptions = {},
): Manifest {
  const manifest = nodeClass(ofClass).made.addNodePool('Pool', options).toManifest() as Manifest;
  expect(violationsOf(manifest)).toEqual([]);
  return manifest;
}

/** Codes and paths of what is wrong with a node class. */
export const nodeClassProblems = (options: BottlerocketNodeClassOptions, fixture?: ClusterFixture) =>
  problemsOf(() => nodeClass(options, fixture));

/** Codes and paths of what is wrong with a node pool. */
export const nodePoolProblems = (options: BottlerocketNodePoolOptions, ofClass: BottlerocketNodeClassOptions = {}) =>
  problemsOf(() => nodeClass(ofClass).made.addNodePool('Pool', options));
