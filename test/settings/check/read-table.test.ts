import { IssueCode, IssueSeverity } from '../../../lib/settings';
import { EntryModel, settingsModel, ShapeModel } from '../../../lib/settings/model/settings-model';
import { kubernetes, only, read } from '../../helpers/read';

describe('names', () => {
  test('of the typed API become those of the OS', () => {
    const settings = {
      kubernetes: { maxPods: 10, memoryManagerReservedMemory: { '0': { enabled: true, hugepages2Mi: '1Gi' } } },
      hostContainers: { admin: { userData: 'aGk=' } },
      kernel: { hugepages: { staticPages: { essential: true, sizes: { '2Mi': { count: '1' } } } } },
      imageVerifierPlugins: { enabled: true, plugins: { notation: { trustpolicy: 'e30=' } } },
      network: { hosts: [{ address: '10.0.0.1', hostnames: ['a'] }] },
    };
    expect(read(settings, 'property')).toEqual({
      document: {
        'host-containers': { admin: { 'user-data': 'aGk=' } },
        'image-verifier-plugins': { enabled: true, notation: { trustpolicy: 'e30=' } },
        kernel: { hugepages: { static: { '2Mi': { count: '1' }, essential: true } } },
        kubernetes: {
          'max-pods': 10,
          'memory-manager-reserved-memory': { '0': { enabled: true, 'hugepages-2Mi': '1Gi' } },
        },
        network: { hosts: [['10.0.0.1', ['a']]] },
      },
      issues: [],
      unchecked: [],
    });
  });

  test('that are alternatives of the OS are understood in TOML', () => {
    expect(read({ boot: { kernel: { a: [] } }, 'container-registry': { creds: [{ registry: 'r' }] } })).toMatchObject({
      document: {
        boot: { 'kernel-parameters': { a: [] } },
        'container-registry': { credentials: [{ registry: 'r' }] },
      },
      issues: [],
    });
  });

  test('given in two spellings are refused', () => {
    expect(only({ boot: { kernel: { a: [] }, 'kernel-parameters': { a: [] } } })).toMatchObject({
      code: IssueCode.DUPLICATE_SETTING,
      path: 'settings.boot.kernel-parameters',
    });
  });

  test('of empty tables stand in TOML, and are nothing in typed settings', () => {
    const provider = { 'credential-providers': { ecr: {} } };
    expect(read({ kubernetes: provider }).document).toEqual({ kubernetes: provider });
    expect(read({ kubernetes: { credentialProviders: { ecr: {} } } }, 'property').document).toEqual({});
  });

  test('that hold undefined count as not given', () => {
    expect(read(kubernetes({ maxPods: undefined, nodeLabels: { a: undefined } }), 'property')).toEqual({
      document: {},
      issues: [],
      unchecked: [],
    });
  });
});

describe('unknown settings', () => {
  test.each([
    [kubernetes({ max_pods: 1 }), 'settings.kubernetes.max_pods', 'max-pods'],
    [kubernetes({ maxPods: 1 }), 'settings.kubernetes.maxPods', 'max-pods'],
    [kubernetes({ 'max-pod': 1 }), 'settings.kubernetes.max-pod', 'max-pods'],
    [{ kubernets: {} }, 'settings.kubernets', 'kubernetes'],
    [{ 'max-pods': 1 }, 'settings.max-pods', 'settings.kubernetes.max-pods'],
    [kubernetes({ 'a.b': 1 }), 'settings.kubernetes."a.b"', undefined],
  ])('%j is refused, with the name that was meant', (input, path, meant) => {
    const found = only(input);
    expect(found).toMatchObject({ code: IssueCode.UNKNOWN_SETTING, path });
    if (meant !== undefined) {
      expect(found.fix).toBe(`Did you mean ${meant}?`);
    }
  });

  test('of the typed API are answered in its names', () => {
    expect(only(kubernetes({ max_pods: 1 }), 'property').fix).toBe('Did you mean maxPods?');
  });

  test('in tables where the OS ignores them are warnings', () => {
    const provider = { enabled: true, 'image-patterns': ['*'], cacheduration: '1h' };
    expect(only(kubernetes({ 'credential-providers': { ecr: provider } }))).toMatchObject({
      code: IssueCode.IGNORED_SETTING,
      severity: IssueSeverity.WARNING,
      fix: 'Did you mean cache-duration?',
    });
  });

  const names = new Map<string, EntryModel>();
  const collect = (shape: ShapeModel, path: string[]): void => {
    if (shape.kind === 'table') {
      for (const entry of shape.entries) {
        names.set([...path, entry.key].join(' '), entry);
        collect(entry.shape, [...path, entry.key]);
      }
    }
  };
  collect(settingsModel().root, []);
  // Names of one word are the same in every style.
  const paths = [...names.keys()].filter((path) => /[-.]/.test(path.split(' ').at(-1)!));

  test.each(paths)('%s is suggested for its name in snake case and in camel case', (path) => {
    const steps = path.split(' ');
    const key = steps.pop()!;
    for (const wrong of [key.replace(/[-.]/g, '_'), names.get(path)!.property]) {
      const input = steps.reduceRight<object>((inner, step) => ({ [step]: inner }), { [wrong]: 'x' });
      expect(only(input)).toMatchObject({ code: IssueCode.UNKNOWN_SETTING, fix: `Did you mean ${key}?` });
    }
  });
});

describe('the order of the document', () => {
  test('does not follow the order of the input', () => {
    const there = {
      motd: 'a',
      kubernetes: { 'node-labels': { b: '1', a: '2' }, 'max-pods': 1 },
      dns: { 'search-list': [] },
    };
    const back = {
      dns: { 'search-list': [] },
      kubernetes: { 'max-pods': 1, 'node-labels': { a: '2', b: '1' } },
      motd: 'a',
    };
    expect(JSON.stringify(read(there).document)).toBe(JSON.stringify(read(back).document));
  });
});
