import fc from 'fast-check';
import { NO_TOKENS } from '../../../../lib/private/token-reader';
import { readSettings } from '../../../../lib/settings/check/read';
import { RefusedPaths } from '../../../../lib/settings/check/refused-paths';
import { ALL_RULES } from '../../../../lib/settings/check/rules';
import { concerns, given, SettingsView } from '../../../../lib/settings/check/rules/rule';
import { newTable, TomlTable } from '../../../../lib/settings/model/document';
import { osContext } from '../../../../lib/settings/model/os-context';
import { settingsModel } from '../../../../lib/settings/model/settings-model';
import { anySettings } from '../../../helpers/any-settings';
import { runs } from '../../../helpers/runs';

const CONTEXTS = [
  {},
  { variant: 'aws-k8s-1.34', osVersion: '1.60.0' },
  { variant: 'aws-k8s-1.34-nvidia' },
  { variant: 'aws-k8s-1.34-fips' },
  { variant: 'aws-ecs-2' },
  { variant: 'vmware-k8s-1.34' },
].map((description) => osContext(description).context);

test('a rule that is not run would have had nothing to say', () => {
  fc.assert(
    fc.property(anySettings(), fc.constantFrom(...CONTEXTS), fc.boolean(), (settings, context, judgesDefaults) => {
      const { document, issues } = readSettings(settings, 'key', NO_TOKENS, context);
      const view = new SettingsView(document, NO_TOKENS, context, RefusedPaths.of(issues), judgesDefaults);
      const said: unknown[] = [];
      for (const rule of ALL_RULES.filter((candidate) => !concerns(candidate, document))) {
        rule.check(view, (...finding) => said.push(finding));
      }
      expect(said).toEqual([]);
    }),
    runs(5000),
  );
});

test('every setting that a rule waits for is one that there is', () => {
  const paths = ALL_RULES.flatMap((rule) => rule.given ?? []);
  expect(paths.length).toBeGreaterThan(50);
  const unknown = paths.filter(([group, key]) => {
    const shape = settingsModel().root.entries.find((entry) => entry.key === group)?.shape;
    if (shape === undefined || key === undefined) {
      return shape === undefined;
    }
    // host-containers and the like are maps, with names that users choose.
    return shape.kind === 'table' ? !shape.entries.some((entry) => entry.key === key) : shape.kind !== 'map';
  });
  expect(unknown).toEqual([]);
});

test('a rule runs when one of its settings is there, whatever the value', () => {
  const rule = given(['pki', 'aws.region'], () => {});
  const document = (content: object): TomlTable => Object.assign(newTable(), content);
  expect(concerns(rule, document({}))).toBe(false);
  expect(concerns(rule, document({ aws: document({ profile: 'a' }) }))).toBe(false);
  expect(concerns(rule, document({ aws: document({ region: '' }) }))).toBe(true);
  expect(concerns(rule, document({ pki: document({}) }))).toBe(true);
});
