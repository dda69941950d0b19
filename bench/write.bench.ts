/** The same settings, only written: both from what they have read. */
import { stringify } from 'smol-toml';
import { NO_TOKENS } from '../lib/private/token-reader';
import { UserDataTarget } from '../lib/settings';
import { readSettings } from '../lib/settings/check/read';
import { writeToml } from '../lib/settings/toml/write-toml';
import { compare } from './compare';
import { SIXTY_SETTINGS } from './sixty-settings';

const { document } = readSettings(SIXTY_SETTINGS, 'key', NO_TOKENS);

compare({
  name: 'write 60 settings',
  // Strings that are put together are only made when somebody reads them.
  subject: () => Buffer.byteLength(writeToml(document, UserDataTarget.EC2, NO_TOKENS).text),
  against: 'the writer of smol-toml',
  reference: () => Buffer.byteLength(stringify({ settings: SIXTY_SETTINGS })),
  goal: 1,
});
