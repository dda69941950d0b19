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
