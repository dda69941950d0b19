/** Settings of node groups with much of everything, checked and written one after another in a process that is warm. */
import { settingsSchema } from '../lib/settings/json-schema';
import { byOthers } from './by-others';
import { byUs } from './by-us';
import { compare } from './compare';
import { inTurn, SIXTY_SETTINGS_OF_MANY } from './sixty-settings';

const ours = byUs();
const others = byOthers(settingsSchema());

compare({
  name: 'check and render 60 settings, warm',
  subject: inTurn(SIXTY_SETTINGS_OF_MANY, ours),
  against: 'ajv, compiled before, and the writer of smol-toml',
  reference: inTurn(SIXTY_SETTINGS_OF_MANY, others),
  goal: 0.5,
});
