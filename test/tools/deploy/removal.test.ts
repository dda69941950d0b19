import { retainedIn } from '../../../tools/deploy/cdk';
import { leftovers } from '../../../tools/deploy/checks/removal';

describe('after the removal of a stack', () => {
  test('what was there before and what it keeps on purpose may be there', () => {
    const before = { roles: ['old'] };
    expect(leftovers(before, { roles: ['old'], 'log groups': ['kept'] }, new Set(['kept']))).toEqual([]);
  });

  test('anything else is a problem', () => {
    const after = { roles: ['old', 'new'], instances: ['i-1'] };
    expect(leftovers({ roles: ['old'] }, after, new Set())).toEqual([
      'roles: new is still there',
      'instances: i-1 is still there',
    ]);
  });

  test('what a template retains is known by its policy', () => {
    const Resources = { Kept: { DeletionPolicy: 'Retain' }, Gone: { DeletionPolicy: 'Delete' }, Plain: {} };
    expect(retainedIn(JSON.stringify({ Resources }))).toEqual(['Kept']);
  });
});
