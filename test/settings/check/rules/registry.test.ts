import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';

const registry = (containerRegistry: object) => ({ containerRegistry });
const MIRROR = { registry: 'docker.io', endpoint: ['https://mirror.example.com'] };

testRules('credentials', [
  [
    'warns of an entry without any',
    registry({ credentials: [{ registry: 'a' }] }),
    ['RegistryCredentialsIncomplete? container-registry.credentials[0]'],
  ],
  [
    'warns of a name without a password',
    registry({ credentials: [{ registry: 'a', username: 'u' }] }),
    ['RegistryCredentialsIncomplete? container-registry.credentials[0]'],
  ],
  [
    'warns of an entry without a registry',
    registry({ credentials: [{ registry: 'a', auth: 'aGk=' }, { identitytoken: 't' }] }),
    ['RegistryCredentialsIncomplete? container-registry.credentials[1]'],
  ],
  [
    'takes each of the three forms, known or not',
    registry({
      credentials: [
        { registry: 'a', auth: TOKEN.text },
        { registry: 'b', username: 'u', password: TOKEN.text },
        { registry: TOKEN.text, identitytoken: 't' },
      ],
    }),
    [],
  ],
  [
    'keeps quiet about an entry of which something was refused',
    registry({
      credentials: [
        { registry: 'a', auth: 'not base64' },
        { registry: wrong(), auth: 'aGk=' },
      ],
    }),
    [],
  ],
  [
    'warns when there are mirrors, but none for this registry',
    registry({ mirrors: [MIRROR], credentials: [{ registry: 'mirror.example.com', auth: 'aGk=' }] }),
    ['RegistryCredentialsWithoutMirror? container-registry.credentials[0]'],
  ],
  [
    'takes credentials for a mirrored registry',
    registry({ mirrors: [MIRROR], credentials: [{ registry: 'docker.io', auth: 'aGk=' }] }),
    [],
  ],
  [
    'takes credentials beside a mirror for all',
    registry({ mirrors: [{ registry: '*', endpoint: ['a'] }], credentials: [{ registry: 'b', auth: 'aGk=' }] }),
    [],
  ],
  ['takes credentials without any mirror', registry({ credentials: [{ registry: 'b', auth: 'aGk=' }] }), []],
  [
    'keeps quiet when a mirrored registry is not known yet',
    registry({ mirrors: [{ registry: TOKEN.text, endpoint: ['a'] }], credentials: [{ registry: 'b', auth: 'aGk=' }] }),
    [],
  ],
]);

testRules('mirrors', [
  [
    'warns of entries that mirror nothing',
    registry({ mirrors: [{ endpoint: ['a'] }, { registry: 'a' }, { registry: 'b', endpoint: [] }] }),
    [0, 1, 2].map((index) => `RegistryMirrorIncomplete? container-registry.mirrors[${index}]`),
  ],
  [
    'keeps quiet about an entry of which something was refused',
    registry({ mirrors: [{ registry: 'a', endpoint: wrong() }] }),
    [],
  ],
  ['takes endpoints that are not known yet', registry({ mirrors: [{ registry: 'a', endpoint: TOKEN.list }] }), []],
  [
    'warns of a mirror for all that others shadow',
    registry({ mirrors: [MIRROR, { registry: '*', endpoint: ['a'] }] }),
    ['WildcardMirrorShadowed? container-registry.mirrors'],
  ],
  ['takes a mirror for all alone', registry({ mirrors: [{ registry: '*', endpoint: ['a'] }] }), []],
  [
    'warns of two entries for one registry',
    registry({ mirrors: [MIRROR, MIRROR] }),
    ['RegistryMirrorTwice? container-registry.mirrors'],
  ],
  ['takes two entries for two registries', registry({ mirrors: [MIRROR, { ...MIRROR, registry: 'quay.io' }] }), []],
]);

test('the registries that do not use the mirror for all are named', () => {
  const [found] = ruleIssues(
    registry({ mirrors: [MIRROR, { ...MIRROR, registry: 'quay.io' }, { registry: '*', endpoint: ['a'] }] }),
  );
  expect(found!.message).toContain('docker.io, quay.io');
});

testRules('mirrors on Amazon ECS', [
  [
    'warns of other registries than that of Docker',
    registry({ mirrors: [MIRROR, { registry: 'quay.io', endpoint: ['a'] }] }),
    ['EcsMirrorUnused? container-registry.mirrors'],
    { variant: 'aws-ecs-3' },
  ],
  [
    'warns of a mirror for all',
    registry({ mirrors: [{ registry: '*', endpoint: ['a'] }] }),
    ['EcsMirrorUnused? container-registry.mirrors'],
    { variant: 'aws-ecs-2-nvidia' },
  ],
  ['takes that of Docker', registry({ mirrors: [MIRROR] }), [], { variant: 'aws-ecs-3' }],
  [
    'takes all on Kubernetes',
    registry({ mirrors: [{ registry: 'quay.io', endpoint: ['a'] }] }),
    [],
    { variant: 'aws-k8s-1.35' },
  ],
]);

const ecrMirror = (registryName: string) =>
  registry({
    mirrors: [
      { registry: registryName, endpoint: ['https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/docker-hub'] },
    ],
  });
const asking = (imagePatterns: string[], enabled = true) => ({
  kubernetes: { credentialProviders: { 'ecr-credential-provider': { enabled, imagePatterns } } },
});

testRules('mirrors in Amazon ECR', [
  [
    'warns when the kubelet has no token for images of the registry',
    ecrMirror('docker.io'),
    ['EcrMirrorWithoutToken? container-registry.mirrors[0]'],
  ],
  [
    'warns when the kubelet asks for other registries only, or not at all',
    { ...ecrMirror('docker.io'), ...asking(['quay.io', '*.docker.io', 'docker']) },
    ['EcrMirrorWithoutToken? container-registry.mirrors[0]'],
  ],
  [
    'warns when the credential provider is off',
    { ...ecrMirror('docker.io'), ...asking(['docker.io'], false) },
    ['EcrMirrorWithoutToken? container-registry.mirrors[0]'],
  ],
  [
    'warns of Amazon ECR Public, for whose images the kubelet gets another token',
    { ...ecrMirror('public.ecr.aws'), ...asking(['public.ecr.aws']) },
    ['EcrMirrorWithoutToken? container-registry.mirrors[0]'],
  ],
  ['warns of a mirror for all', ecrMirror('*'), ['EcrMirrorWithoutToken? container-registry.mirrors[0]']],
  ['takes a registry that the kubelet asks for', { ...ecrMirror('docker.io'), ...asking(['docker.io']) }, []],
  ['takes patterns', { ...ecrMirror('docker.io'), ...asking(['doc*.io']) }, []],
  ['takes patterns that are not known yet', { ...ecrMirror('docker.io'), ...asking([TOKEN.text]) }, []],
  ['keeps quiet about a registry that is not known yet', ecrMirror(TOKEN.text), []],
  [
    'takes mirrors elsewhere',
    registry({ mirrors: [{ registry: 'docker.io', endpoint: ['https://mirror.example.com', TOKEN.text] }] }),
    [],
  ],
]);
