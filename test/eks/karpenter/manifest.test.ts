import { App, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { parse } from 'yaml';
import { BottlerocketNodeClass, BottlerocketNodeClassOptions } from '../../../lib';
import { issuesThrownBy } from '../../helpers/issues';
import { nodeClass, violationsOf } from '../../helpers/karpenter';

/** A node class of a cluster that is known by its name alone. */
function gitOps(options: BottlerocketNodeClassOptions, scope = new Stack(new App(), 'Stack')) {
  const cluster = eks.Cluster.fromClusterAttributes(scope, 'Cluster', { clusterName: 'main' });
  return new BottlerocketNodeClass(scope, 'NodeClass', { cluster, applyToCluster: false, ...options });
}

describe('the text for GitOps', () => {
  test('is the object, with nothing left to be filled in', () => {
    const stack = new Stack(new App(), 'Stack');
    const nodeRole = iam.Role.fromRoleName(stack, 'Role', 'nodes');
    const made = gitOps({ nodeRole, nodeClassName: 'main', settings: { motd: 'hello' } }, stack);
    const text = made.toYaml();
    expect(text).toContain('  userData: |\n    [settings]\n    motd = "hello"\n');
    const manifest = parse(text) as object;
    expect(manifest).toEqual(made.toManifest());
    expect(violationsOf(manifest)).toEqual([]);
    expect(made.toYaml()).toBe(text);
  });

  test('has the name of a role of this app, when it has one', () => {
    const stack = new Stack(new App(), 'Stack');
    const assumedBy = new iam.ServicePrincipal('ec2.amazonaws.com');
    const nodeRole = new iam.Role(stack, 'Role', { assumedBy, roleName: 'nodes' });
    const made = gitOps({ nodeRole }, stack);
    expect(parse(made.toYaml())).toMatchObject({ spec: { role: 'nodes' } });
    // In the template, CloudFormation has to wait for the role.
    expect(made.toManifest()).toMatchObject({ spec: { role: { Ref: expect.stringMatching(/^Role/) as string } } });
  });

  test('is not written when something in it is only known at deployment, all of which is listed', () => {
    const { made } = nodeClass({ settings: { motd: '{{resolve:ssm:motd}}' } });
    expect(issuesThrownBy(() => made.toYaml()).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'ManifestNotKnown spec.role',
      'ManifestNotKnown spec.subnetSelectorTerms[0].tags.karpenter.sh/discovery',
      'ManifestNotKnown spec.securityGroupSelectorTerms[0].id',
      'ManifestNotKnown spec.userData',
    ]);
  });

  test('of a node pool needs nothing of the cluster', () => {
    const text = nodeClass({ nodeClassName: 'main' }).made.addNodePool('Pool', { nodePoolName: 'pool' }).toYaml();
    expect(violationsOf(parse(text) as object)).toEqual([]);
  });
});
