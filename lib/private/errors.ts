import type { IConstruct } from 'constructs';

/**
 * Errors of this library are validation errors of the CDK, so that the CDK prints the construct path and tree with
 * them, and `Errors.isValidationError` knows them. The classes are not part of the public API of aws-cdk-lib; this is
 * the only file that touches them, and it does without when they are gone.
 */
interface CoreErrors {
  readonly ValidationError: new (code: string, message: string, scope: IConstruct) => Error;
  readonly UnscopedValidationError: new (code: string, message: string) => Error;
}

const DETAILS = Symbol.for('cdk-bottlerocket.details');

function coreErrors(): CoreErrors | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import could not fail softly
    return require('aws-cdk-lib/core/lib/errors') as CoreErrors;
  } catch {
    return undefined;
  }
}

/**
 * An error with a stable code, and with details that {@link detailsOf} finds again.
 */
export function validationError(code: string, message: string, details: unknown, scope?: IConstruct): Error {
  const core = coreErrors();
  let error: Error;
  if (core === undefined) {
    error = new Error(scope === undefined ? message : `${scope.node.path}: ${message}`);
    error.name = code;
  } else {
    error =
      scope === undefined
        ? new core.UnscopedValidationError(code, message)
        : new core.ValidationError(code, message, scope);
  }
  Object.defineProperty(error, DETAILS, { value: details });
  return error;
}

/** The details of an error of this library; undefined for any other value. */
export function detailsOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? (error as { [DETAILS]?: unknown })[DETAILS] : undefined;
}
