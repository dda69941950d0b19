import { CronMeaning, meaningOf } from '../../../lib/eks/update-operator/cron-meaning';

const misleading = (expression: string) => (meaningOf(expression) as CronMeaning).misleading;

test.each(['0-30 * 2 * * * *', '0,1 0 2 * * * *', '59,0 * 2 * * * *', '*/1 0 2 * * * *'.replace('*/1', '1-59')])(
  'what is a window or not by chance is refused: %s',
  (expression) => {
    expect(meaningOf(expression)).toMatchObject({ message: expect.stringContaining('chance') as string });
  },
);

test.each(['0 0 2 30 Feb * *', '* * 2 31 Apr,Jun * *', '* * 2 29 Feb * 2027'])(
  '%s never comes and is refused',
  (text) => {
    expect(meaningOf(text)).toMatchObject({ message: 'There is no such day.' });
  },
);

test.each(['0 0 2 29 Feb * *', '* * 2 29 Feb Sat *'])('%s is rare, but comes', (expression) => {
  expect(meaningOf(expression)).toHaveProperty('window');
});

test('a single moment is refused, since the controller needs two', () => {
  expect(meaningOf('0 0 2 1 Jan * 2030')).toMatchObject({ message: expect.stringContaining('once only') as string });
  expect(meaningOf('0 0 2,3 1 Jan * 2030')).toHaveProperty('window', false);
  expect(meaningOf('* 0 2 1 Jan * 2030')).toHaveProperty('window', true);
});

test('an end of the schedule is told', () => {
  expect(meaningOf('* * 2 * * * 2030-2035')).toHaveProperty('lastYear', 2035);
  expect(meaningOf('* * 2 * * * 2030-2100')).toHaveProperty('lastYear', undefined);
  expect(meaningOf('* * 2 * * * *')).toHaveProperty('lastYear', undefined);
});

describe('a misleading expression is one', () => {
  test.each([
    ['* 0 3 * * * *', 'of 1 minute'],
    ['* 0,30 3 * * * *', 'of 1 minute'],
    ['* 0-9 3 * * * *', 'of 10 minutes'],
    ['* 58-59,0-1 * * * * *', 'of 4 minutes'],
  ])('whose window is short: %s', (expression, length) => {
    expect(misleading(expression)).toEqual([expect.stringContaining(length)]);
  });

  test.each(['0 * 2-4 * * Sat *', '0 */10 2-4 * * Sat *'])('that looks like a window, but is not: %s', (expression) => {
    expect(misleading(expression)).toEqual([expect.stringContaining('not a window but many moments')]);
  });

  test('that restricts both fields for days', () => {
    expect(misleading('0 0 3 1 * Mon *')).toEqual([expect.stringContaining('Both')]);
  });
});

test.each([
  '* * * * * * *',
  '* * 2-4 * * Sat,Sun *',
  '* 0-29 2 * * * *',
  '0 0 3 * * Mon *',
  '0 0,30 3 * * Mon *',
  '0 0 3 1-31 * Mon *',
])('%s means what it looks like', (expression) => {
  expect(misleading(expression)).toEqual([]);
});
