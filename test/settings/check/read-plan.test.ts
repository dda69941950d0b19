import fc from 'fast-check';
import { IssueCode } from '../../../lib/settings';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { readSettings } from '../../../lib/settings/check/read';
import { ReadPlan } from '../../../lib/settings/check/read-plan';
import { osContext } from '../../../lib/settings/model/os-context';
import { settingsModel } from '../../../lib/settings/model/settings-model';
import { anySettings } from '../../helpers/any-settings';
import { runs } from '../../helpers/runs';

const OLD = osContext({ variant: 'aws-k8s-1.30', osVersion: '1.20.0' }).context;
const CONTEXTS = [osContext({}).context, osContext({ variant: 'aws-ecs-2' }).context, OLD];

/** One that no plan was made for. */
const freshTokens = () => ({ ...NO_TOKENS, isToken: () => false });

test('settings are read the same, whatever was read before', () => {
  const warm = freshTokens();
  fc.assert(
    fc.property(anySettings(), fc.constantFrom(...CONTEXTS), (settings, context) => {
      const cold = readSettings(settings, 'key', freshTokens(), context);
      for (let time = 0; time < 2; time++) {
        const { document, ...rest } = readSettings(settings, 'key', warm, context);
        expect({ text: JSON.stringify(document, plain), ...rest }).toEqual({
          ...cold,
          text: JSON.stringify(cold.document, plain),
          document: undefined,
        });
      }
    }),
    runs(2000),
  );
});

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

test('what is known for one release is not known for another one', () => {
  const tokens = freshTokens();
  const settings = { kubernetes: { 'cluster-name': 'a.b' } };
  const codes = (release: string) => {
    const { context } = osContext({ osVersion: release });
    return readSettings(settings, 'key', tokens, context).issues.map(({ code }) => code);
  };
  const refused = [IssueCode.INVALID_VALUE];
  expect(['1.20.0', '1.60.0', '1.20.0', '1.60.0'].map(codes)).toEqual([[], refused, [], refused]);
});

test('text that one reader takes for a token is not known to it because another one has read it', () => {
  const settings = { motd: 'later' };
  readSettings(settings, 'key', freshTokens());
  const tokens = { ...NO_TOKENS, isToken: (value: unknown) => value === 'later' };
  readSettings({ motd: 'now' }, 'key', tokens);
  expect(readSettings(settings, 'key', tokens).unchecked).toEqual(['settings.motd']);
});

test('secrets are not remembered', () => {
  const tokens = freshTokens();
  const { context } = osContext({});
  readSettings({ kubernetes: { 'bootstrap-token': 'abcdef.0123456789abcdef' } }, 'key', tokens, context);
  const types = Object.keys(settingsModel().types);
  const plan = ReadPlan.for('key', tokens, context);
  expect(types.filter((type) => plan.known(type).has('abcdef.0123456789abcdef'))).toEqual([]);
});
