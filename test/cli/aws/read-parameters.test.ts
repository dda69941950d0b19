import { AwsFailure } from '../../../lib/cli/aws/aws-failure';
import type { ParameterStore } from '../../../lib/cli/aws/parameter-store';
import { countCalls, readParameters } from '../../../lib/cli/aws/read-parameters';

function storeThat(read: ParameterStore['read']): ParameterStore {
  return { homeRegion: () => Promise.resolve('x'), list: () => Promise.resolve([]), close: () => undefined, read };
}

const NAMES = Array.from({ length: 25 }, (_, index) => `/${index}`);
const WANTED = new Map([
  ['eu-west-1', NAMES],
  ['us-east-1', ['/a']],
]);

test('ten names a call, and one answer for each region', async () => {
  const calls: number[] = [];
  let steps = 0;
  const store = storeThat((region, names) => {
    calls.push(names.length);
    return Promise.resolve(new Map(names.map((name) => [name, region])));
  });
  const answers = await readParameters(store, WANTED, () => steps++);
  expect(calls).toEqual([10, 10, 5, 1]);
  expect({ steps, counted: countCalls(WANTED) }).toEqual({ steps: 4, counted: 4 });
  expect([...answers].map(([region, { values }]) => [region, values.size])).toEqual([
    ['eu-west-1', 25],
    ['us-east-1', 1],
  ]);
});

test('never more than eight calls at once', async () => {
  let [now, most] = [0, 0];
  const store = storeThat(async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now--;
    return new Map();
  });
  await readParameters(store, new Map(NAMES.map((region) => [region, ['/a']])));
  expect(most).toBe(8);
});

test('a region that fails does not keep others from answering', async () => {
  const failure = new AwsFailure('no', 'try');
  const store = storeThat((region, names) =>
    region === 'us-east-1' || names.includes('/12')
      ? Promise.reject(failure)
      : Promise.resolve(new Map([[names[0]!, 'x']])),
  );
  const answers = await readParameters(store, WANTED);
  expect(answers.get('us-east-1')).toEqual({ values: new Map(), failure });
  expect(answers.get('eu-west-1')).toMatchObject({ failure });
  expect([...answers.get('eu-west-1')!.values.keys()]).toEqual(['/0', '/20']);
});

test('mistakes of ours are not failures of AWS', async () => {
  const store = storeThat(() => Promise.reject(new TypeError('mistake')));
  await expect(readParameters(store, WANTED)).rejects.toThrow('mistake');
});
