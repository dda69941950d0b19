import { inParallel } from '../../lib/cli/in-parallel';

test('results are in the order of the items, and never more than the limit are under way', async () => {
  let [now, most] = [0, 0];
  const results = await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, item));
    now--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('no items need no work', async () => {
  expect(await inParallel([], 2, () => Promise.reject(new Error('called')))).toEqual([]);
});
