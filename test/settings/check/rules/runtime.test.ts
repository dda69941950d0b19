import { BottlerocketSettings } from '../../../../lib/settings';
import { ruleIssues, testRules, TOKEN, wrong } from '../../../helpers/rules';

testRules('log drivers of Amazon ECS', [
  [
    'warns of a list without the usual ones',
    { ecs: { loggingDrivers: ['journald', 'awslogs'] } },
    ['EcsLoggingDriversReplaced? ecs.logging-drivers'],
  ],
  ['warns of an empty list', { ecs: { loggingDrivers: [] } }, ['EcsLoggingDriversReplaced? ecs.logging-drivers']],
  ['takes a list with both', { ecs: { loggingDrivers: ['fluentd', 'awslogs', 'json-file'] } }, []],
  ['keeps quiet about what is not known yet', { ecs: { loggingDrivers: ['x', TOKEN.text] } }, []],
  ['keeps quiet about a list that is not known yet', { ecs: { loggingDrivers: TOKEN.list } }, []],
]);

test('the drivers that are missing are named', () => {
  expect(ruleIssues({ ecs: { loggingDrivers: ['awslogs'] } })[0]!.fix).toContain('Add json-file,');
});

testRules('the image verifier', [
  [
    'warns when there is no policy',
    { imageVerifierPlugins: { enabled: true } },
    ['ImageVerifierWithoutPolicy? image-verifier-plugins.enabled'],
  ],
  [
    'takes one with a policy',
    { imageVerifierPlugins: { enabled: true, plugins: { notation: { trustpolicy: 'e30=' } } } },
    [],
  ],
  ['takes one that is off', { imageVerifierPlugins: { enabled: false } }, []],
  [
    'keeps quiet when the policy was refused',
    { imageVerifierPlugins: { enabled: true, plugins: { notation: { trustpolicy: 'x' } } } },
    [],
  ],
  [
    'takes a policy that is not known yet',
    { imageVerifierPlugins: { enabled: true, plugins: { notation: { trustpolicy: TOKEN.text } } } },
    [],
  ],
]);

testRules('a proxy', [
  [
    'warns when the instance metadata would go through it',
    { network: { httpsProxy: 'proxy:3128' } },
    ['ProxyWithoutMetadata? network.no-proxy'],
  ],
  [
    'warns with exceptions for others',
    { network: { httpsProxy: 'proxy:3128', noProxy: ['.example.com'] } },
    ['ProxyWithoutMetadata? network.no-proxy'],
  ],
  ['takes an exception for the address', { network: { httpsProxy: 'proxy:3128', noProxy: ['169.254.169.254'] } }, []],
  [
    'takes an exception for its network, or for all',
    { network: { httpsProxy: TOKEN.text, noProxy: ['169.254.0.0/16'] } },
    [],
  ],
  [
    'keeps quiet when an exception is not known yet',
    { network: { httpsProxy: 'proxy:3128', noProxy: [TOKEN.text] } },
    [],
  ],
  [
    'keeps quiet when all exceptions are not known yet',
    { network: { httpsProxy: 'proxy:3128', noProxy: TOKEN.list } },
    [],
  ],
  ['keeps quiet when the exceptions were refused', { network: { httpsProxy: 'proxy:3128', noProxy: wrong() } }, []],
  ['is not asked for outside of AWS', { network: { httpsProxy: 'proxy:3128' } }, [], { variant: 'metal-k8s-1.29' }],
]);

const limits = (softLimit: number, hardLimit: number): BottlerocketSettings => ({
  ociDefaults: { resourceLimits: { maxOpenFiles: { softLimit, hardLimit } } },
});

testRules('limits of resources', [
  [
    'refuses a soft limit above the hard one',
    limits(2, 1),
    ['ResourceLimits oci-defaults.resource-limits.max-open-files'],
  ],
  ['takes equal ones', limits(2, 2), []],
  [
    'refuses a soft limit without an end below a hard one',
    limits(-1, 2),
    ['ResourceLimits oci-defaults.resource-limits.max-open-files'],
  ],
  ['takes a hard limit without an end', limits(2, -1), []],
  ['takes two of them', limits(-1, -1), []],
  ['keeps quiet about what is not known yet', limits(TOKEN.number, 1), []],
  ['keeps quiet about what was refused', limits(-2, 1), []],
  [
    'warns in settings that are only a part',
    limits(2, 1),
    ['ResourceLimits? oci-defaults.resource-limits.max-open-files'],
    { joins: false },
  ],
]);
