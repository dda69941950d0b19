import { App, CfnParameter, CfnResource, Fn, Lazy, SecretValue, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketUserData, BottlerocketUserDataProps, IssueCode, mixins, SettingsLayer } from '../../lib';
import { issuesThrownBy, problemsOf } from '../helpers/issues';

/** A launch template with user data, as it is synthesised. */
function synth(make: (stack: Stack) => BottlerocketUserDataProps): () => unknown {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const template = new ec2.CfnLaunchTemplate(stack, 'Template', { launchTemplateData: {} });
  template.with(new mixins.LaunchTemplateUserData(new BottlerocketUserData(make(stack))));
  return () => app.synth();
}

const attributeOf = (stack: Stack) =>
  new CfnResource(stack, 'Resource', { type: 'A::B::C' }).getAtt('Password').toString();

const SECRETS: readonly (readonly [name: string, make: (stack: Stack) => string])[] = [
  ['Secrets Manager', () => SecretValue.secretsManager('name').toString()],
  ['a secure parameter', () => SecretValue.ssmSecure('name').toString()],
  ['plain text', () => SecretValue.unsafePlainText('hush').toString()],
  ['a parameter with NoEcho', (stack) => new CfnParameter(stack, 'P', { noEcho: true }).valueAsString],
  ['an attribute', (stack) => SecretValue.resourceAttribute(attributeOf(stack)).toString()],
];

describe.each(SECRETS)('a secret from %s', (_, make) => {
  test.each<[string, (secret: string) => string]>([
    ['as it is', (secret) => secret],
    ['in text', (secret) => `user:${secret}`],
    ['in Fn.join', (secret) => Fn.join('', ['a', secret])],
    ['in Fn.sub', (secret) => Fn.sub('${X}', { X: secret })],
    ['behind a lazy value', (secret) => Lazy.string({ produce: () => `a${secret}` })],
  ])('is refused %s', (__, wrap) => {
    const settings = (stack: Stack) => ({ settings: { motd: wrap(make(stack)) } });
    expect(synth(settings)).toThrow(IssueCode.SECRET_IN_USER_DATA);
    expect(synth(settings)).not.toThrow('hush');
  });

  test('is refused among settings that the model does not know', () => {
    expect(synth((stack) => ({ additionalSettings: { new: [make(stack)] } }))).toThrow(IssueCode.SECRET_IN_USER_DATA);
  });

  test('is refused in user data of a host container', () => {
    const userData = (stack: Stack) => Fn.base64(make(stack));
    expect(synth((stack) => ({ settings: { hostContainers: { admin: { userData: userData(stack) } } } }))).toThrow(
      IssueCode.SECRET_IN_USER_DATA,
    );
  });
});

test('values that are no secrets are taken', () => {
  expect(
    synth((stack) => ({ settings: { motd: `${stack.region} ${Fn.join('', ['a', stack.account])}` } })),
  ).not.toThrow();
});

test('credentials of registries are only taken when they are allowed', () => {
  const credentials = [{ registry: 'docker.io', auth: SecretValue.secretsManager('name').toString() }];
  const settings = { containerRegistry: { credentials } };
  expect(synth(() => ({ settings }))).toThrow(IssueCode.SECRET_IN_USER_DATA);
  expect(synth(() => ({ settings, allowRegistryCredentials: true }))).not.toThrow();
});

describe('two presets that want different values', () => {
  const conflict = (settings: (value: number) => object) => {
    const userData = new BottlerocketUserData();
    userData.addSettings(settings(1), { layer: SettingsLayer.PRESET, source: 'one' });
    userData.addSettings(settings(2), { layer: SettingsLayer.PRESET, source: 'two' });
    return userData;
  };

  test('are an error that names both', () => {
    const [found] = issuesThrownBy(() => conflict((maxPods) => ({ kubernetes: { maxPods } })).render());
    expect(found).toMatchObject({
      code: IssueCode.CONFLICTING_SETTINGS,
      path: 'settings.kubernetes.max-pods',
      message: 'one and two want different values.',
      received: '1 from one, 2 from two',
    });
  });

  test('are none once the group has its say', () => {
    const userData = conflict((maxPods) => ({ kubernetes: { maxPods } }));
    userData.addSettings({ kubernetes: { maxPods: 3 } });
    expect(userData.render()).toContain('max-pods = 3');
  });

  test('show no secrets', () => {
    const token = (digit: number) => ({ kubernetes: { bootstrapToken: `abcdef.${String(digit).repeat(16)}` } });
    const [found] = issuesThrownBy(() => conflict(token).render());
    expect(JSON.stringify(found)).not.toContain('1111');
  });
});

test('issues name the source of what they are about', () => {
  const userData = new BottlerocketUserData();
  userData.addSettings(
    { kubernetes: { imageGcHighThresholdPercent: 10 } },
    { layer: SettingsLayer.PRESET, source: 'cis' },
  );
  expect(issuesThrownBy(() => userData.render())).toMatchObject([
    { code: IssueCode.IMAGE_GC_THRESHOLDS, source: 'cis' },
  ]);
});

test('what is refused of one call is not said to be missing', () => {
  const userData = new BottlerocketUserData();
  expect(problemsOf(() => userData.addSettings({ kubernetes: { evictionSoft: { memoryAvailable: '101%' } } }))).toEqual(
    ['InvalidValue settings.kubernetes.eviction-soft."memory.available"'],
  );
});
