/** Settings of a node with much of everything, checked and written again and again. */
import { settingsSchema } from '../lib/settings/json-schema';
import { byOthers } from './by-others';
import { byUs } from './by-us';
import { compare } from './compare';
import { SIXTY_SETTINGS } from './sixty-settings';

const ours = byUs();
const others = byOthers(settingsSchema());

compare({
  name: 'check and render 60 settings',
  subject: () => ours(SIXTY_SETTINGS),
  against: 'ajv and the writer of smol-toml',
  reference: () => others(SIXTY_SETTINGS),
  goal: 0.5,
});
