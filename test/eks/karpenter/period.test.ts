import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import { KarpenterPeriod } from '../../../lib';

test.each([
  [Duration.seconds(0), '0s'],
  [Duration.seconds(45), '45s'],
  [Duration.minutes(90), '1h30m'],
  [Duration.days(30), '720h'],
  [Duration.seconds(3661), '1h1m1s'],
])('%s is written without parts that are zero, and without days', (duration, text) => {
  expect(KarpenterPeriod.after(duration).toString()).toBe(text);
});

test('never is a word', () => {
  expect(KarpenterPeriod.never().toString()).toBe('Never');
});

test('a period may be known late', () => {
  const late = Duration.seconds(Lazy.number({ produce: () => 90 }));
  expect(new Stack().resolve(KarpenterPeriod.after(late).toString())).toBe('90s');
});
