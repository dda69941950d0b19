import { BottlerocketErrors, BottlerocketIssue } from '../../lib';

/** The issues of the error that something throws. Fails when it throws nothing, or an error of another kind. */
export function issuesThrownBy(action: () => unknown): BottlerocketIssue[] {
  try {
    action();
  } catch (error) {
    if (!BottlerocketErrors.isIssuesError(error)) {
      throw error;
    }
    return BottlerocketErrors.issuesOf(error);
  }
  throw new Error('nothing was thrown');
}

/** As {@link issuesThrownBy}, only codes and paths. */
export function problemsOf(action: () => unknown): string[] {
  return issuesThrownBy(action).map(({ code, path }) => `${code} ${path}`);
}
