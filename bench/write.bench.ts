/** The same settings of node groups, only written, one after another: both from what they have read. */
import { stringify } from 'smol-toml';
import { NO_TOKENS } from '../lib/private/token-reader';
import { UserDataTarget } from '../lib/settings';
import { readSettings } from '../lib/settings/check/read';
import { writeToml } from '../lib/settings/toml/write-toml';
import { compare } from './compare';
import { inTurn, SIXTY_SETTINGS_OF_MANY } from './sixty-settings';

const documents = SIXTY_SETTINGS_OF_MANY.map((settings) => readSettings(settings, 'key', NO_TOKENS).document);

compare({
  name: 'write 60 settings',
  subject: inTurn(documents, (document) => writeToml(document, UserDataTarget.EC2, NO_TOKENS).text),
  against: 'the writer of smol-toml',
  reference: inTurn(SIXTY_SETTINGS_OF_MANY, (settings) => stringify({ settings })),
  goal: 1,
});
