import { NO_TOKENS } from '../../../lib/private/token-reader';
import { PerOs } from '../../../lib/settings/check/per-os';
import { osContext } from '../../../lib/settings/model/os-context';

type Way = 'long' | 'short';

const made = () => new PerOs<{ readonly way: Way }, Way>((way) => ({ way }));

test('nodes of the same OS share what is made for it, in each way', () => {
  const one = made();
  const get = (osVersion: string, way: Way = 'long') => one.get(NO_TOKENS, osContext({ osVersion }).context, way);
  expect(get('1.60.0')).toBe(get('1.60.0'));
  expect(get('1.60.0')).not.toBe(get('1.60.1'));
  expect(get('1.60.0', 'short')).toEqual({ way: 'short' });
  expect(get('1.60.0')).toEqual({ way: 'long' });
});

test('all that is known of an OS makes a difference', () => {
  const one = made();
  const { context } = osContext({ variant: 'aws-k8s-1.34', osVersion: '1.60.0' });
  const others = [
    {},
    { family: 'aws-ecs' },
    { kubernetes: [1, 33] as const },
    { generation: 2 },
    { nvidia: true },
    { fips: true },
    { region: 'eu-central-1' },
    { release: [1, 61, 0] as const },
  ].map((other) => one.get(NO_TOKENS, { ...context, ...other }, 'long'));
  expect(new Set(others).size).toBe(others.length);
});

test('what is made for one idea of what a token is is not used for another one', () => {
  const one = made();
  const { context } = osContext({});
  expect(one.get({ ...NO_TOKENS, isToken: () => true }, context, 'long')).not.toBe(one.get(NO_TOKENS, context, 'long'));
});

test('many kinds of nodes do not fill the memory', () => {
  const one = made();
  const of = (minor: number) => one.get(NO_TOKENS, osContext({ osVersion: `1.${minor}.0` }).context, 'long');
  const first = of(0);
  for (let minor = 1; minor <= 63; minor++) {
    of(minor);
  }
  expect(of(0)).toBe(first);
  of(64);
  expect(of(0)).not.toBe(first);
});
