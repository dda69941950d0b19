import { App, CfnParameter, CfnResource, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketSettings, BottlerocketUserData, BottlerocketVariant, IssueCode, UserDataTarget } from '../../lib';
import { expectGolden } from '../helpers/golden';
import { issuesThrownBy, problemsOf } from '../helpers/issues';
import { parseToml } from '../helpers/toml';

/** A wrong setting, past the compiler. */
const wrong = (settings: object) => settings as BottlerocketSettings;

test('renders settings in TOML', () => {
  const userData = new BottlerocketUserData({ settings: { motd: 'hello', kubernetes: { maxPods: 58 } } });
  expect(userData.render()).toBe('[settings]\nmotd = "hello"\n\n[settings.kubernetes]\nmax-pods = 58\n');
});

test('is a golden file for a node with much of everything', () => {
  const userData = new BottlerocketUserData({
    settings: {
      bootstrapContainers: { setup: { source: 'registry.example.com/setup:1', essential: true } },
      containerRegistry: { mirrors: [{ registry: '*', endpoint: ['https://mirror.example.com'] }] },
      hostContainers: { admin: { enabled: false }, control: { enabled: true } },
      kernel: { sysctl: { 'vm.max_map_count': '262144' }, modules: { udp_tunnel: { allowed: true } } },
      kubernetes: {
        nodeLabels: { 'example.com/team': 'blue', plain: '' },
        nodeTaints: { dedicated: ['gpu:NoSchedule', 'gpu:NoExecute'] },
        evictionHard: { memoryAvailable: '5%' },
      },
      network: { noProxy: ['.internal'], httpsProxy: 'proxy.example.com:3128' },
    },
  });
  expectGolden('user-data.toml', userData.render());
});

test('is empty without settings', () => {
  expect(new BottlerocketUserData().render()).toBe('');
  expect(new BottlerocketUserData({ settings: { kubernetes: { nodeLabels: {} } } }).render()).toBe('');
});

describe('merging', () => {
  test('puts tables and maps together key by key, and replaces lists and values', () => {
    const userData = new BottlerocketUserData({
      settings: {
        motd: 'first',
        dns: { nameServers: ['10.0.0.1', '10.0.0.2'], searchList: ['a'] },
        kubernetes: { nodeLabels: { a: '1', b: '1' } },
      },
    });
    userData.addSettings({
      motd: 'second',
      dns: { nameServers: ['10.0.0.3'] },
      kubernetes: { nodeLabels: { b: '2', c: '2' } },
    });
    expect(userData.render()).toBe(
      [
        '[settings]',
        'motd = "second"',
        '',
        '[settings.dns]',
        'name-servers = ["10.0.0.3"]',
        'search-list = ["a"]',
        '',
        '[settings.kubernetes.node-labels]',
        'a = "1"',
        'b = "2"',
        'c = "2"',
        '',
      ].join('\n'),
    );
  });

  test('gives the same text whatever the order in which settings for different things came', () => {
    const parts: BottlerocketSettings[] = [
      { kubernetes: { kubeReserved: { pid: '100', cpu: '1' } } },
      { kubernetes: { kubeReserved: { memory: '1Gi' } } },
      { ntp: { timeServers: ['10.0.0.1'] } },
    ];
    const render = (all: BottlerocketSettings[]) => {
      const userData = new BottlerocketUserData();
      all.forEach((settings) => userData.addSettings(settings));
      return userData.render();
    };
    expect(render(parts)).toBe(render([...parts].reverse()));
  });

  test('leaves out what was refused', () => {
    const userData = new BottlerocketUserData({ settings: { motd: 'fine' } });
    expect(() => userData.addSettings(wrong({ motd: 'also fine', kubernetes: { maxPods: 'x' } }))).toThrow();
    expect(userData.render()).toBe('[settings]\nmotd = "fine"\n');
  });

  test('completes what one part alone would lack', () => {
    const provider = (settings: object) => wrong({ kubernetes: { credentialProviders: { ecr: settings } } });
    const userData = new BottlerocketUserData({ settings: provider({ enabled: true }) });
    expect(problemsOf(() => userData.render())).toEqual([
      `${IssueCode.MISSING_SETTING} settings.kubernetes.credential-providers.ecr.image-patterns`,
    ]);
    userData.addSettings(provider({ imagePatterns: ['*.example.com'] }));
    expect(userData.render()).toContain('image-patterns = ["*.example.com"]');
  });

  test('finds one page size in two spellings', () => {
    const pages = (size: string) => ({ kernel: { hugepages: { staticPages: { sizes: { [size]: { count: '1' } } } } } });
    const userData = new BottlerocketUserData({ settings: pages('2Mi') });
    userData.addSettings(pages('2048Ki'));
    expect(problemsOf(() => userData.render())).toEqual([
      `${IssueCode.DUPLICATE_SETTING} settings.kernel.hugepages.static.2Mi`,
    ]);
  });
});

describe('values that are only known at deployment', () => {
  const stack = new Stack(undefined, 'Stack', { env: { region: 'eu-central-1' } });
  const text = new CfnParameter(stack, 'Text').valueAsString;
  const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
  const list = new CfnParameter(stack, 'List', { type: 'List<String>' }).valueAsList;
  const condition = Fn.conditionIf('Condition', 'true', 'false');

  function resolved(settings: object): unknown {
    return stack.resolve(new BottlerocketUserData({ settings: wrong(settings) }).render());
  }

  function deployed(settings: object): string {
    // What CloudFormation would make of it.
    const replace = (value: unknown): string => {
      if (typeof value === 'string') {
        return value;
      }
      const [[name, argument]] = Object.entries(value as object) as [[string, unknown]];
      switch (name) {
        case 'Ref':
          return { Text: 'some text', Number: '7' }[argument as string]!;
        case 'Fn::If':
          return (argument as string[])[1]!;
        case 'Fn::Join': {
          const [separator, parts] = argument as [string, unknown];
          const items = Array.isArray(parts) ? parts.map(replace) : ['a', 'b'];
          return items.join(separator);
        }
        default:
          throw new Error(name);
      }
    };
    return replace(resolved(settings));
  }

  test('pass as text, and inside text', () => {
    expect(deployed({ motd: text })).toBe('[settings]\nmotd = "some text"\n');
    expect(deployed({ motd: `a "${text}" \\ b` })).toBe(`[settings]\nmotd = 'a "some text" \\ b'\n`);
    expect(deployed({ motd: `two\nlines of ${text}` })).toBe('[settings]\nmotd = "two\\nlines of some text"\n');
  });

  test('pass as numbers and booleans', () => {
    const settings = { kubernetes: { maxPods: number, seccompDefault: condition, memoryThrottlingFactor: number } };
    expect(deployed(settings)).toBe(
      '[settings.kubernetes]\nmax-pods = 7\nmemory-throttling-factor = 7\nseccomp-default = true\n',
    );
  });

  test('pass as lists, and as items of lists', () => {
    expect(deployed({ dns: { nameServers: list } })).toBe('[settings.dns]\nname-servers = ["a", "b"]\n');
    expect(deployed({ dns: { nameServers: ['10.0.0.1', text] } })).toBe(
      '[settings.dns]\nname-servers = ["10.0.0.1", "some text"]\n',
    );
    expect(deployed({ kubernetes: { clusterDnsIp: list } })).toBe(
      '[settings.kubernetes]\ncluster-dns-ip = ["a", "b"]\n',
    );
    const lazy = Lazy.list({ produce: () => ['a', 'b'] });
    expect(deployed({ dns: { searchList: lazy } })).toBe('[settings.dns]\nsearch-list = ["a", "b"]\n');
  });

  test('pass as values of maps, of words of a closed set, and as commands', () => {
    expect(deployed({ kubernetes: { nodeLabels: { a: text } }, kernel: { lockdown: text } })).toBe(
      '[settings.kernel]\nlockdown = "some text"\n\n[settings.kubernetes.node-labels]\na = "some text"\n',
    );
    expect(deployed({ bootstrapCommands: { a: { commands: [list] } } })).toBe(
      '[settings.bootstrap-commands.a]\ncommands = [["a", "b"]]\n',
    );
    expect(deployed({ kubernetes: { nodeTaints: { a: [text] } } })).toContain('a = ["some text"]');
  });

  test('are resolved when they are known to the app', () => {
    const settings = {
      motd: Lazy.string({ produce: () => 'late' }),
      kubernetes: { maxPods: Lazy.number({ produce: () => 9 }) },
    };
    expect(resolved(settings)).toBe('[settings]\nmotd = "late"\n\n[settings.kubernetes]\nmax-pods = 9\n');
  });

  test('leave no empty table behind when they become nothing', () => {
    const nothing = Lazy.string({ produce: () => undefined });
    const settings = {
      motd: 'hello',
      kubernetes: { clusterName: nothing, evictionHard: { memoryAvailable: nothing } },
    };
    expect(resolved(settings)).toBe('[settings]\nmotd = "hello"\n');
  });

  test('cannot be keys of maps', () => {
    expect(problemsOf(() => resolved({ kubernetes: { nodeLabels: { [text]: 'a' } } }))).toEqual([
      `${IssueCode.TOKEN_AS_KEY} settings.kubernetes.node-labels`,
    ]);
  });

  test.each([
    [{ kubernetes: { nodeLabels: Token.asAny(condition) } }, 'settings.kubernetes.node-labels'],
    [{ kubernetes: condition }, 'settings.kubernetes'],
    [{ containerRegistry: { mirrors: list } }, 'settings.container-registry.mirrors'],
    [{ bootstrapCommands: { a: { commands: list } } }, 'settings.bootstrap-commands.a.commands'],
    [{ network: { hosts: [condition] } }, 'settings.network.hosts[0]'],
  ])('cannot be tables, or lists of tables or lists (%#)', (settings, path) => {
    expect(problemsOf(() => resolved(settings))).toEqual([`${IssueCode.TOKEN_AS_TABLE} ${path}`]);
  });

  test('are not inspected', () => {
    expect(() =>
      resolved({ kubernetes: { clusterName: text, apiServer: `https://${text}`, maxPods: number } }),
    ).not.toThrow();
  });
});

describe('size', () => {
  const of = (bytes: number) => new BottlerocketUserData({ settings: { motd: 'x'.repeat(bytes - 21) } });

  test.each([16383, 16384])('%d bytes are taken', (bytes) => {
    expect(Buffer.byteLength(of(bytes).render())).toBe(bytes);
  });

  test('16385 bytes are refused, and counted', () => {
    expect(issuesThrownBy(() => of(16385).render())).toMatchObject([
      { code: IssueCode.USER_DATA_TOO_LARGE, received: '16385 bytes', expected: 'at most 16384 bytes' },
    ]);
  });

  test('counts bytes, not characters', () => {
    const userData = new BottlerocketUserData({ settings: { motd: '€'.repeat(6000) } });
    expect(issuesThrownBy(() => userData.render())[0]!.received).toBe('18021 bytes');
  });

  test('counts what is only known at deployment as nothing', () => {
    const token = Lazy.string({ produce: () => 'x' });
    const settings = (length: number) => ({ motd: `${token}${'x'.repeat(length)}` });
    expect(() => new BottlerocketUserData({ settings: settings(16363) }).render()).not.toThrow();
    expect(() => new BottlerocketUserData({ settings: settings(16364) }).render()).toThrow(/16385 bytes/);
  });
});

describe('methods for shell scripts', () => {
  const userData = new BottlerocketUserData();
  const stack = new Stack(undefined, 'Stack');
  const bucketFile = { bucket: undefined as never, bucketKey: 'key' };

  test.each<[string, () => unknown]>([
    ['addCommands', () => userData.addCommands('yum update')],
    ['addOnExitCommands', () => userData.addOnExitCommands('echo')],
    ['addS3DownloadCommand', () => userData.addS3DownloadCommand(bucketFile)],
    ['addExecuteFileCommand', () => userData.addExecuteFileCommand({ filePath: '/x' })],
    ['addSignalOnExitCommand', () => userData.addSignalOnExitCommand(stack as never)],
  ])('%s throws, and says what to use instead', (method, action) => {
    const [found] = issuesThrownBy(action);
    expect(found).toMatchObject({ code: IssueCode.SHELL_USER_DATA, path: method });
    expect(found!.fix).toMatch(/settings/i);
  });
});

describe('for managed node groups', () => {
  test('settings that EKS writes are refused with the reason', () => {
    const settings = {
      kubernetes: {
        apiServer: 'https://example.com',
        clusterCertificate: 'aGk=',
        clusterName: 'demo',
        clusterDnsIp: ['10.0.0.10'],
      },
    };
    const create = () => new BottlerocketUserData({ target: UserDataTarget.EKS_MANAGED, settings });
    expect(problemsOf(create)).toEqual(
      ['api-server', 'cluster-certificate', 'cluster-dns-ip', 'cluster-name'].map(
        (key) => `${IssueCode.SETTING_SUPPLIED_BY_EKS} settings.kubernetes.${key}`,
      ),
    );
    expect(() => new BottlerocketUserData({ settings }).render()).not.toThrow();
  });

  test('values outside the TOML of EKS are refused', () => {
    const settings = { network: { hosts: [{ address: '10.0.0.1', hostnames: ['a.example.com'] }] } };
    const userData = new BottlerocketUserData({ target: UserDataTarget.EKS_MANAGED, settings });
    expect(problemsOf(() => userData.render())).toEqual([`${IssueCode.NOT_WRITABLE} settings.network.hosts[0]`]);
    expect(new BottlerocketUserData({ settings }).render()).toContain('hosts = [["10.0.0.1", ["a.example.com"]]]');
  });
});

test('serves launch templates of aws-cdk-lib, with settings that are added later', () => {
  const stack = new Stack(new App(), 'Stack');
  const userData = new BottlerocketUserData({ settings: { motd: 'early' } });
  const template = new ec2.LaunchTemplate(stack, 'Template', { userData });
  userData.addSettings({ motd: 'late' });
  const data = stack.resolve((template.node.defaultChild as ec2.CfnLaunchTemplate).launchTemplateData) as object;
  expect(data).toMatchObject({ userData: { 'Fn::Base64': '[settings]\nmotd = "late"\n' } });
});

test('shows warnings on the construct it is bound to, whenever they come', () => {
  const stack = new Stack(new App(), 'Stack');
  const resource = new CfnResource(stack, 'Resource', { type: 'AWS::SNS::Topic' });
  const userData = new BottlerocketUserData({ settings: { ociHooks: { log4jHotpatchEnabled: true } } });
  userData._bind(resource);
  userData.addSettings({ kubernetes: { podInfraContainerImage: 'x' } });
  const found = Annotations.fromStack(stack).findWarning(
    '/Stack/Resource',
    Match.stringLikeRegexp('DeprecatedSetting'),
  );
  expect(found).toHaveLength(2);
});

describe('the region of the node', () => {
  const judge = (region: string | undefined, given: string) => {
    const stack = new Stack(new App(), 'Stack', { env: { region } });
    const userData = new BottlerocketUserData({ settings: { aws: { region: given } } });
    userData._bind(new CfnResource(stack, 'Resource', { type: 'AWS::SNS::Topic' }));
    return () => userData.render();
  };

  test('is that of the stack, and no other is taken', () => {
    expect(problemsOf(judge('eu-west-1', 'eu-central-1'))).toEqual([`${IssueCode.WRONG_REGION} settings.aws.region`]);
    expect(judge('eu-west-1', 'eu-west-1')).not.toThrow();
  });

  test('is not known in a stack for any region, but must be one', () => {
    expect(judge(undefined, 'eu-central-1')).not.toThrow();
    expect(problemsOf(judge(undefined, 'eu-central-1a'))).toEqual([`${IssueCode.WRONG_REGION} settings.aws.region`]);
  });
});

describe('from TOML', () => {
  const TEXT = '[settings.kubernetes]\nmax-pods = 5\n[settings.kubernetes.node-labels]\na = "text"\nb = "text"\n';

  test('the settings of the text are those of the user data', () => {
    expect(parseToml(BottlerocketUserData.fromToml(TEXT).render())).toEqual(parseToml(TEXT));
  });

  test('further settings win over those of the text, and merge with them', () => {
    const userData = BottlerocketUserData.fromToml(TEXT, {
      settings: { kubernetes: { maxPods: 6, nodeLabels: { b: 'props' } } },
      additionalSettings: { 'not-yet-known': { key: 1 } },
    });
    userData.addSettings({ motd: 'later' });
    expect(parseToml(userData.render())).toEqual({
      settings: {
        kubernetes: { 'max-pods': 6, 'node-labels': { a: 'text', b: 'props' } },
        motd: 'later',
        'not-yet-known': { key: 1 },
      },
    });
  });

  test('a wrong text is refused with line and column', () => {
    const issues = issuesThrownBy(() => BottlerocketUserData.fromToml('[settings]\nx = 1\n'));
    expect(issues).toMatchObject([{ code: 'UnknownSetting', line: 2, column: 1 }]);
  });

  test('the target and the variant hold for the text', () => {
    const text = '[settings.kubernetes]\ncluster-name = "x"\n';
    const target = UserDataTarget.EKS_MANAGED;
    expect(problemsOf(() => BottlerocketUserData.fromToml(text, { target }))).toEqual([
      'SettingSuppliedByEks settings.kubernetes.cluster-name',
    ]);
    const variant = BottlerocketVariant.of('aws-ecs-3');
    expect(problemsOf(() => BottlerocketUserData.fromToml(text, { variant }))).toEqual([
      'SettingNotInVariant settings.kubernetes',
    ]);
  });

  test('what the OS would drop of the text is a warning, and others come once', () => {
    const text = '[settings.oci-hooks]\nlog4j-hotpatch-enabled = true\n[other]\nx = 1\n';
    const codes = BottlerocketUserData.fromToml(text)
      .findIssues()
      .map(({ code }) => String(code));
    expect(codes.sort()).toEqual(['DeprecatedSetting', 'IgnoredTable']);
  });
});
