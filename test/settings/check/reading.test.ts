import { inspect } from 'node:util';
import fc from 'fast-check';
import { NO_TOKENS } from '../../../lib/private/token-reader';
import { UserDataTarget } from '../../../lib/settings';
import { checkDocument } from '../../../lib/settings/check/check-document';
import { readSettings } from '../../../lib/settings/check/read';
import { ReadPlan } from '../../../lib/settings/check/read-plan';
import { Draft, Reading } from '../../../lib/settings/check/reading';
import type { KeyStyle } from '../../../lib/settings/check/unknown-key';
import { osContext } from '../../../lib/settings/model/os-context';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { editedSettings } from '../../helpers/edited-settings';
import { runs } from '../../helpers/runs';

const { context } = osContext({ variant: 'aws-k8s-1.34', osVersion: '1.60.0' });

/** One that nothing is remembered for, and which takes some text for a token. */
const freshTokens = () => ({ ...NO_TOKENS, isToken: (value: unknown) => value === 'later' });

function judge(settings: unknown, style: KeyStyle, tokens: typeof NO_TOKENS, target: UserDataTarget): object {
  const { document, issues, unchecked, aliased } = readSettings(settings, style, tokens, context);
  const facts = { tokens, context, target, before: issues, mayGrow: false, joins: true, needsCluster: true };
  const found = checkDocument(document, facts);
  const { text, issues: unwritten } = writeToml(document, target, tokens);
  return { issues, unchecked, aliased: [...aliased], found, text, unwritten };
}

const STYLES: readonly KeyStyle[] = ['key', 'property'];

test.each(STYLES)('what is judged and written of settings does not depend on those before them (%s)', (style) => {
  const warm = freshTokens();
  fc.assert(
    fc.property(editedSettings(), fc.constantFrom(...Object.values(UserDataTarget)), (documents, target) => {
      for (const settings of documents) {
        expect(judge(settings, style, warm, target)).toEqual(judge(settings, style, freshTokens(), target));
      }
    }),
    runs(1500),
  );
});

test('a table that is the same as the one before becomes the same', () => {
  const tokens = freshTokens();
  const read = (pods: number) => {
    const kubernetes = { 'max-pods': pods, 'kube-reserved': { cpu: '100m' } };
    return readSettings({ kubernetes, ntp: { 'time-servers': ['10.0.0.1'] } }, 'key', tokens, context).document;
  };
  const [first, second, third] = [read(10), read(11), read(11)] as unknown as Record<string, Record<string, unknown>>[];
  expect(second!.ntp).toBe(first!.ntp);
  expect(second!.kubernetes!['kube-reserved']).toBe(first!.kubernetes!['kube-reserved']);
  expect(second!.kubernetes).not.toBe(first!.kubernetes);
  expect(first!.kubernetes).toEqual({ 'kube-reserved': { cpu: '100m' }, 'max-pods': 10 });
  expect(third).toBe(second);
});

test('what users do to their settings later does not change what was made of them', () => {
  const tokens = freshTokens();
  const settings = { kubernetes: { 'max-pods': 10, 'node-taints': { a: ['b:NoSchedule'] } } };
  const first = readSettings(settings, 'key', tokens, context).document;
  settings.kubernetes['node-taints'].a.push('c:NoSchedule');
  const second = readSettings(settings, 'key', tokens, context).document;
  expect(JSON.parse(JSON.stringify([first, second]))).toEqual([
    { kubernetes: { 'max-pods': 10, 'node-taints': { a: ['b:NoSchedule'] } } },
    { kubernetes: { 'max-pods': 10, 'node-taints': { a: ['b:NoSchedule', 'c:NoSchedule'] } } },
  ]);
});

test('keys stand in the order of the model, also one that was not there before', () => {
  const tokens = freshTokens();
  const keys = (kubernetes: object) => {
    const { document } = readSettings({ kubernetes }, 'key', tokens, context);
    return Object.keys(document.kubernetes as object);
  };
  expect(keys({ 'max-pods': undefined, 'registry-qps': 1 })).toEqual(['registry-qps']);
  expect(keys({ 'max-pods': 10, 'registry-qps': 1 })).toEqual(['max-pods', 'registry-qps']);
  expect(keys({ 'max-pods': undefined, 'registry-qps': 1 })).toEqual(['registry-qps']);
  expect(keys({ 'max-pods': 11, 'registry-qps': 2 })).toEqual(['max-pods', 'registry-qps']);
});

test('secrets are not remembered', () => {
  const tokens = freshTokens();
  const secret = 'abcdef.0123456789abcdef';
  for (const pods of [10, 11]) {
    const kubernetes = { 'max-pods': pods, 'cluster-name': 'production', 'bootstrap-token': secret };
    const credentials = [{ registry: 'docker.io', auth: secret }];
    readSettings({ kubernetes, 'container-registry': { credentials } }, 'key', tokens, context);
  }
  const remembered = inspect(ReadPlan.for('key', tokens, context), { depth: Infinity });
  expect(remembered).toContain('production');
  expect(remembered).not.toContain(secret);
});

test('large tables are not remembered', () => {
  const sysctl = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`a.b${index}`, '1']));
  const draft = new Draft(Object.keys(sysctl));
  Object.values(sysctl).forEach((value, index) => draft.note(index, value));
  expect(new Reading(draft, undefined, true).isOf(sysctl)).toBe(false);
});

test('a list is not taken for a table, nor a table for a list', () => {
  const [list, table] = [new Draft(), new Draft(['0'])];
  list.note(0, 'a');
  table.note(0, 'a');
  const isOf = (draft: Draft) => {
    const reading = new Reading(draft, undefined, true);
    return [['a'], { 0: 'a' }, { 0: 'b' }, { 0: 'a', 1: undefined }].map((input) => reading.isOf(input));
  };
  expect(isOf(list)).toEqual([true, false, false, false]);
  expect(isOf(table)).toEqual([false, true, false, false]);
});
