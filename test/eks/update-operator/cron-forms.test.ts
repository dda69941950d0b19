import { isProblem } from '../../../lib/eks/update-operator/cron-expression';
import { parseCron } from '../../../lib/eks/update-operator/cron-forms';

test.each(['* * * * * * *', '0 0 3 ? * Mon *', ' 0  0 3 * * Mon * '])('%s is taken', (text) => {
  expect(isProblem(parseCron(text))).toBe(false);
});

test.each([
  ['30 3 * * 0', /Five fields are the cron of Unix/, '"0 30 3 * * Sun *"'],
  ['30 3 * * 7', /Five fields are the cron of Unix/, '"0 30 3 * * Sun *"'],
  ['0 2 1 * *', /Five fields are the cron of Unix/, '"0 0 2 1 * * *"'],
  ['0 2 * * 1-5', /Five fields are the cron of Unix/, '"0 0 2 * * Mon-Fri *"'],
  ['cron(30 3 ? * 1 *)', /cron of Amazon EventBridge/, '"0 30 3 * * Sun *"'],
  ['cron(30 3 ? * SUN *)', /cron of Amazon EventBridge/, '"0 30 3 * * SUN *"'],
  ['30 3 ? * 2-6 *', /cron of Amazon EventBridge/, '"0 30 3 * * Mon-Fri *"'],
  ['15 10 1 * ? 2030-2040', /cron of Amazon EventBridge/, '"0 15 10 1 * * 2030-2040"'],
  ['0 0 3 * * Mon', /year is missing/, '"0 0 3 * * Mon *"'],
])('%s is refused, with what to write instead', (text, reason, fix) => {
  expect(parseCron(text)).toMatchObject({
    message: expect.stringMatching(reason) as string,
    expected: expect.stringContaining('seven fields') as string,
    fix: expect.stringContaining(fix) as string,
  });
});

test.each([
  ['cron(30 3 ? * 6#3 *)', /cron of Amazon EventBridge/],
  ['cron(0 2 L * ? *)', /cron of Amazon EventBridge/],
  ['rate(12 hours)', /expression of Amazon EventBridge/],
  ['at(2030-01-01T00:00:00)', /expression of Amazon EventBridge/],
  ['0 2 * * 1#2', /Five fields are the cron of Unix/],
  ['@weekly', /not documented/],
  ['', /There are no fields/],
  ['always', /There are no fields/],
  ['* * *', /There are 3 fields/],
  ['* * * * * * * *', /There are 8 fields/],
])('"%s" is refused', (text, reason) => {
  const parsed = parseCron(text);
  expect(parsed).toMatchObject({
    message: expect.stringMatching(reason) as string,
    expected: expect.stringContaining('seven fields') as string,
  });
  expect((parsed as { fix?: string }).fix).toBeUndefined();
});
