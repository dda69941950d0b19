import { NO_TOKENS } from '../lib/private/token-reader';
import { UserDataTarget } from '../lib/settings';
import { checkDocument } from '../lib/settings/check/check-document';
import { readSettings } from '../lib/settings/check/read';
import { osContext } from '../lib/settings/model/os-context';
import { writeToml } from '../lib/settings/toml/write-toml';

/** Checks settings with this library, each and together, and writes them in TOML. */
export function byUs(): (settings: object) => string {
  const { context } = osContext({});
  return (settings) => {
    const { document, issues } = readSettings(settings, 'key', NO_TOKENS, context);
    const found = checkDocument(document, {
      tokens: NO_TOKENS,
      context,
      target: UserDataTarget.EC2,
      before: issues,
      mayGrow: false,
      joins: true,
      needsCluster: true,
    });
    const written = writeToml(document, UserDataTarget.EC2, NO_TOKENS);
    if (issues.length + found.length + written.issues.length > 0) {
      throw new Error('the settings are right, but were refused');
    }
    return written.text;
  };
}
