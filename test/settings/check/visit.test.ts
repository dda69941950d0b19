import { NO_TOKENS } from '../../../lib/private/token-reader';
import { readSettings } from '../../../lib/settings/check/read';
import { Visit } from '../../../lib/settings/check/visit';
import { newTable } from '../../../lib/settings/model/document';

const EVERYTHING = new Visit({ entry: () => true, table: () => true });

/** What is met on the way through a document. */
function visit(settings: object): string[] {
  const met: string[] = [];
  EVERYTHING.through(readSettings(settings, 'key', NO_TOKENS).document, {
    present: (_, path) => met.push(path),
    missing: (_, path) => met.push(`missing ${path}`),
  });
  return met;
}

test('settings are met with their paths, in the order of the model', () => {
  expect(visit({ motd: 'x', aws: { region: 'eu-west-1' } })).toEqual([
    'settings.aws',
    'settings.aws.region',
    'settings.motd',
  ]);
});

test('maps, lists of tables and other keys are followed', () => {
  expect(
    visit({
      'container-registry': { mirrors: [{ registry: 'a', endpoint: ['b'] }] },
      'host-containers': { admin: { enabled: true } },
      'image-verifier-plugins': { notation: { trustpolicy: 'e30=' } },
    }),
  ).toEqual([
    'settings.container-registry',
    'settings.container-registry.mirrors',
    'settings.container-registry.mirrors[0].endpoint',
    'settings.container-registry.mirrors[0].registry',
    'settings.host-containers',
    'settings.host-containers.admin.enabled',
    'settings.image-verifier-plugins',
    'settings.image-verifier-plugins.notation.trustpolicy',
  ]);
});

test('what must be in a table that is there is missed', () => {
  expect(visit({ kubernetes: { 'credential-providers': { ecr: { enabled: true } } } })).toContain(
    'missing settings.kubernetes.credential-providers.ecr.image-patterns',
  );
  expect(visit({}).filter((met) => met.startsWith('missing'))).toEqual([]);
});

test('what the model does not know is passed over', () => {
  const document = Object.assign(newTable(), { new: 1 });
  const met: string[] = [];
  EVERYTHING.through(document, { present: (_, path) => met.push(path) });
  expect(met).toEqual([]);
});

test('what is of no interest is not met, and what is, is found below it', () => {
  const secrets = new Visit({ entry: ({ sensitive }) => sensitive === true });
  const met: string[] = [];
  const settings = {
    'container-registry': { credentials: [{ registry: 'a', auth: 'aGk=' }], mirrors: [{ registry: 'a' }] },
    kubernetes: { 'bootstrap-token': 'abcdef.0123456789abcdef', 'max-pods': 1 },
    motd: 'x',
  };
  secrets.through(readSettings(settings, 'key', NO_TOKENS).document, { present: (_, path) => met.push(path) });
  expect(met).toEqual(['settings.container-registry.credentials[0].auth', 'settings.kubernetes.bootstrap-token']);
});
