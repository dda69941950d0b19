import { Errors, Stack } from 'aws-cdk-lib';
import { BottlerocketErrors, BottlerocketUserData, IssueCode } from '../../lib';
import { validationError } from '../../lib/private/errors';

function caught(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const WRONG = { kubernetes: { maxPods: -1 }, motd: 5 as unknown as string };

test('errors are validation errors of the CDK, with a code of their own', () => {
  const error = caught(() => new BottlerocketUserData({ settings: WRONG }));
  expect(Errors.isValidationError(error)).toBe(true);
  expect(error.name).toBe('BottlerocketIssues');
});

test('errors carry all issues as records', () => {
  const error = caught(() => new BottlerocketUserData({ settings: WRONG }));
  expect(BottlerocketErrors.isIssuesError(error)).toBe(true);
  expect(BottlerocketErrors.issuesOf(error).map(({ code, path }) => [code, path])).toEqual([
    [IssueCode.VALUE_OUT_OF_RANGE, 'settings.kubernetes.max-pods'],
    [IssueCode.WRONG_TYPE, 'settings.motd'],
  ]);
});

test('other values carry no issues', () => {
  for (const value of [new Error('x'), 'text', null, undefined, 5]) {
    expect(BottlerocketErrors.isIssuesError(value)).toBe(false);
    expect(BottlerocketErrors.issuesOf(value)).toEqual([]);
  }
});

test('errors of constructs carry their path', () => {
  const stack = new Stack(undefined, 'Stack');
  const error = validationError('Code', 'text', [], stack) as Error & { constructPath: string };
  expect(error.constructPath).toBe('Stack');
  expect(error.stack).toContain('Relates to construct');
});

describe('without the internal errors of aws-cdk-lib', () => {
  beforeEach(() => jest.resetModules());
  afterEach(() => jest.dontMock('aws-cdk-lib/core/lib/errors'));

  test('errors still have code, path and issues', () => {
    jest.doMock('aws-cdk-lib/core/lib/errors', () => {
      throw new Error('no such module');
    });
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- must be loaded after the mock
    const errors = require('../../lib/private/errors') as typeof import('../../lib/private/errors');
    const error = errors.validationError('Code', 'text', ['issue'], new Stack(undefined, 'Stack'));
    expect(error).toMatchObject({ name: 'Code', message: 'Stack: text' });
    expect(errors.detailsOf(error)).toEqual(['issue']);
    expect(errors.validationError('Code', 'text', []).message).toBe('text');
  });
});
