import { stepsOf } from '../settings/find-setting';

const DOCS = 'https://github.com/cdk-bottlerocket/cdk-bottlerocket/blob/main/docs';

/** Where all settings of the group of a setting are listed. */
export function settingLink(path: string): string {
  return `${DOCS}/settings.md#${stepsOf(path)[1]}`;
}

/** Where a code is explained. */
export function codeLink(code: string): string {
  return `${DOCS}/errors.md#${code.toLowerCase()}`;
}
