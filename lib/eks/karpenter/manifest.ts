import { Lazy, Names, Stack, Token } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks';
import { Construct } from 'constructs';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { BottlerocketIssue, IssueCode } from '../../settings';
import { issue, issuesError, show } from '../../settings/report';
import { kubernetesAccessOf } from '../update-operator/kubernetes-access';
import { ManifestValue, writeYaml } from './yaml';

/** A kind of custom resource. */
export interface ManifestKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** An object of Karpenter: applied to the cluster, or only a text for something else that applies it. */
export class KarpenterManifest {
  /** What applies it to the cluster, if anything does. */
  public readonly applied?: Construct;

  public constructor(
    private readonly scope: Construct,
    private readonly resource: ManifestKind,
    private readonly name: string,
    private readonly spec: (asText: boolean) => object,
    applyTo: eks.IClusterRef | undefined,
  ) {
    const object = { ...this.head(), spec: Lazy.any({ produce: () => spec(false) }) };
    this.applied = applyTo && kubernetesAccessOf(applyTo)?.applyManifest(scope, 'Resource', object);
  }

  /** The object; where CloudFormation fills something in, its functions. */
  public toObject(): Record<string, unknown> {
    return Stack.of(this.scope).resolve({ ...this.head(), spec: this.spec(false) }) as Record<string, unknown>;
  }

  /** The object in YAML. Throws when CloudFormation would have to fill something in. */
  public toYaml(): string {
    const object: unknown = Stack.of(this.scope).resolve({ ...this.head(), spec: this.spec(true) });
    const unknown = [...unresolvedIn(object, '')].map(notKnown);
    if (unknown.length > 0) {
      throw issuesError(unknown, this.scope, 'the manifest cannot be written like this');
    }
    return writeYaml(object as ManifestValue);
  }

  private head(): object {
    const { apiVersion, kind } = this.resource;
    return { apiVersion, kind, metadata: { name: this.name } };
  }
}

function notKnown(path: string): BottlerocketIssue {
  return issue(IssueCode.MANIFEST_NOT_KNOWN, { path, message: 'This is only known at deployment.' });
}

/** Paths of functions of CloudFormation, and of text that it fills something into. */
function* unresolvedIn(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string' && CDK_TOKENS.isToken(value)) {
    yield path;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* unresolvedIn(item, `${path}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    const [[first] = [''], ...more] = Object.entries(value);
    if (more.length === 0 && (first === 'Ref' || first.startsWith('Fn::'))) {
      yield path;
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      yield* unresolvedIn(inner, path === '' ? key : `${path}.${key}`);
    }
  }
}

/** The name of an object: what users say, or one that is made of where the construct stands. */
export function manifestName(scope: Construct, given: string | undefined): string {
  return given ?? Names.uniqueResourceName(scope, { maxLength: 63, separator: '-' }).toLowerCase();
}

/** What Kubernetes would refuse as a name. */
export function checkManifestName(name: string, path: string): BottlerocketIssue[] {
  // It is the value of a label of nodes as well.
  return Token.isUnresolved(name) || (/^[a-z0-9](?:[-.a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= 63)
    ? []
    : [
        issue(IssueCode.INVALID_KARPENTER_NAME, {
          path,
          message: 'Kubernetes does not take this name.',
          received: show(name),
          expected: 'up to 63 lower-case letters, digits, hyphens and dots',
        }),
      ];
}

/** Whether there is a way into the cluster, where one is needed. */
export function checkAccess(cluster: eks.IClusterRef, applyToCluster: boolean): BottlerocketIssue[] {
  if (!applyToCluster || kubernetesAccessOf(cluster) !== undefined) {
    return [];
  }
  const found = issue(IssueCode.NO_KUBECTL_ACCESS, {
    path: 'cluster',
    message: 'Nothing can be applied to this cluster.',
    received: cluster.node.path,
  });
  return [{ ...found, fix: `${found.fix} For GitOps, pass applyToCluster: false and use toYaml().` }];
}
