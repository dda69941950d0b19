import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketManagedNodegroup, BottlerocketSelfManagedNodegroup, testing } from '../../lib';
import { cfnCluster } from '../helpers/clusters';
import { types } from '../helpers/self-managed';

const { SynthesizedNodes } = testing;

const { stack, cluster, vpc } = cfnCluster();
const instanceTypes = types('m7i.large');
const settings = { kubernetes: { maxPods: 58, nodeLabels: { 'example.com/team': 'a' } }, motd: 'hello' };
new BottlerocketManagedNodegroup(stack, 'Managed', { cluster, vpc, instanceTypes, settings });
new BottlerocketSelfManagedNodegroup(stack, 'Own', {
  cluster,
  vpc,
  instanceTypes,
  settings,
  kubernetesVersion: '1.33',
});
const nodes = SynthesizedNodes.fromStack(stack);

/** A stack that this library has no part in. */
function foreign(userData: string): Stack {
  const plain = new Stack(new App(), 'Foreign');
  new ec2.CfnLaunchTemplate(plain, 'Template', {
    launchTemplateData: { userData: Buffer.from(userData).toString('base64') },
  });
  return plain;
}

describe('nodes of a template', () => {
  test('are found by the id of their construct, the end of its path, its whole path, or their logical id', () => {
    const node = nodes.at('Own');
    expect(nodes.at('Stack/Own')).toBe(node);
    expect(nodes.at(node.constructPath)).toBe(node);
    expect(nodes.at(node.logicalId)).toBe(node);
    expect(nodes.nodes.map(({ kind }) => kind).sort()).toEqual(['Auto Scaling group', 'managed node group']);
  });

  test('that are not there are an error that lists those that are', () => {
    expect(() => nodes.at('Nodes')).toThrow(/No group of Bottlerocket nodes is at Nodes[^]*Managed[^]*Own/);
    expect(() => SynthesizedNodes.fromStack(new Stack()).at('Nodes')).toThrow('There are none at all.');
  });

  test('have settings with the keys of TOML, whoever reads them', () => {
    expect(nodes.at('Managed').settings).toEqual({
      kubernetes: { 'max-pods': 58, 'node-labels': { 'example.com/team': 'a' } },
      motd: 'hello',
    });
    expect(nodes.at('Own').settings).toMatchObject({ kubernetes: { 'api-server': '${Cluster.Endpoint}' } });
  });

  test('say which image they run, as far as the template does', () => {
    expect(nodes.at('Own')).toMatchObject({ variant: 'aws-k8s-1.33', instanceTypes: ['m7i.large'] });
    expect(nodes.at('Managed')).toMatchObject({ variant: 'aws-k8s-1.35', osVersion: undefined });
  });

  test('need not come from this library', () => {
    const found = SynthesizedNodes.fromTemplate(Template.fromStack(foreign('[settings]\nmotd = "a"\n')));
    expect(found.nodes[0]!.settings).toEqual({ motd: 'a' });
    expect(found.nodes[0]!.userData).toBe('[settings]\nmotd = "a"\n');
  });

  test('whose user data is not TOML are an error with line and column', () => {
    expect(() => SynthesizedNodes.fromStack(foreign('[settings]\nmotd = a\n'))).toThrow(
      /user data of Foreign\/Template is not TOML \(line 2, column 8\)/,
    );
  });

  test('share nothing with the caller: changed settings do not last', () => {
    (nodes.at('Managed').settings as { kubernetes: Record<string, unknown> }).kubernetes['max-pods'] = 1;
    expect(nodes.at('Managed').setting('settings.kubernetes.max-pods')).toBe(58);
  });
});

describe('one setting', () => {
  test('is found by its path, with quotes around keys that have dots', () => {
    expect(nodes.at('Managed').setting('settings.kubernetes.max-pods')).toBe(58);
    expect(nodes.at('Managed').setting('settings.kubernetes.node-labels."example.com/team"')).toBe('a');
  });

  test('that is not set is undefined, also with names that mean something to JavaScript', () => {
    expect(nodes.at('Managed').setting('settings.network.hostname')).toBeUndefined();
    expect(nodes.at('Managed').setting('settings.motd.length')).toBeUndefined();
    expect(nodes.at('Managed').setting('settings.constructor')).toBeUndefined();
  });

  test('needs a path that begins with settings', () => {
    expect(() => void nodes.at('Managed').setting('kubernetes.max-pods')).toThrow('Paths of settings begin with');
  });
});

describe('hasSettings', () => {
  const node = nodes.at('Managed');

  test('takes a part of the settings, and matchers', () => {
    node.hasSettings({ kubernetes: { 'max-pods': 58 } });
    node.hasSettings({ motd: Match.stringLikeRegexp('^hel') });
    node.hasSettings(Match.objectLike({ network: Match.absent() }));
  });

  test('fails when a setting differs, with what there is', () => {
    expect(() => node.hasSettings({ kubernetes: { 'max-pods': 57 } })).toThrow(/57[^]*"max-pods": 58/);
    expect(() => node.hasSettings({ motd: Match.absent() })).toThrow(/settings of Stack\/Managed/);
    expect(() => node.hasSettings(Match.exact({ motd: 'hello' }))).toThrow();
  });
});
