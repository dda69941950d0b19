import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { CfnResource } from 'aws-cdk-lib';
import { BottlerocketUpdateOperator, CertManager } from '../../../lib';
import { chartsOf } from '../../helpers/charts';
import { reachableV2 } from '../../helpers/eks-clusters';

function installed(certManager?: (scope: Construct) => CertManager) {
  const { stack, cluster } = reachableV2();
  new BottlerocketUpdateOperator(stack, 'UpdateOperator', { cluster, certManager: certManager?.(stack) });
  return stack;
}

const ADDON = 'AWS::EKS::Addon';

test('is the community add-on by default, in the version that EKS recommends', () => {
  const [addon] = Object.values(Template.fromStack(installed()).findResources(ADDON));
  expect((addon as { Properties: object }).Properties).toEqual({
    AddonName: 'cert-manager',
    ClusterName: { Ref: expect.stringMatching('Cluster') as string },
  });
});

test('is the community add-on as configured', () => {
  const stack = installed(() =>
    CertManager.eksAddon({
      addonVersion: 'v1.19.2-eksbuild.1',
      configurationValues: { replicaCount: 2 },
      preserveOnDelete: true,
    }),
  );
  Template.fromStack(stack).hasResourceProperties(ADDON, {
    AddonVersion: 'v1.19.2-eksbuild.1',
    ConfigurationValues: '{"replicaCount":2}',
    PreserveOnDelete: true,
  });
});

test('is a chart in a namespace of its own, and answers before the operator asks it for certificates', () => {
  const stack = installed(() => CertManager.helm());
  const charts = chartsOf(stack);
  expect(charts['cert-manager']!.properties).toMatchObject({
    CreateNamespace: true,
    Namespace: 'cert-manager',
    Repository: 'https://charts.jetstack.io',
    Timeout: '600s',
    Version: expect.stringMatching(/^v\d+\.\d+\.\d+$/) as string,
    Wait: true,
  });
  expect(charts['cert-manager']!.values).toEqual({ crds: { enabled: true } });
  expect(charts['bottlerocket-update-operator']!.dependsOn).toContain(charts['cert-manager']!.id);
  Template.fromStack(stack).resourceCountIs(ADDON, 0);
});

test('is a chart as configured', () => {
  const stack = installed(() =>
    CertManager.helm({
      version: 'v1.20.3',
      namespaceName: 'certificates',
      repository: 'oci://registry.example.com/charts',
      values: { replicaCount: 2 },
    }),
  );
  const { properties, values } = chartsOf(stack)['cert-manager']!;
  expect(properties).toMatchObject({
    Namespace: 'certificates',
    Repository: 'oci://registry.example.com/charts/cert-manager',
    Version: 'v1.20.3',
  });
  expect(values).toEqual({ crds: { enabled: true }, replicaCount: 2 });
});

test('is not installed when it is there, and the operator comes after what brings it', () => {
  const stack = installed((scope) => {
    const installer = new CfnResource(scope, 'Installer', { type: 'Custom::Installer' });
    return CertManager.existing(installer);
  });
  const charts = chartsOf(stack);
  Template.fromStack(stack).resourceCountIs(ADDON, 0);
  expect(Object.keys(charts)).not.toContain('cert-manager');
  expect(charts['bottlerocket-update-operator']!.dependsOn).toContain('Installer');
});
