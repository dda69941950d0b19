/** Settings of node groups with much of everything, checked and written one after another in a process that is warm. */
import { settingsSchema } from '../lib/settings/json-schema';
import { byOthers } from './by-others';
import { byUs } from './by-us';
import { compare } from './compare';
import { SIXTY_SETTINGS_OF_MANY } from './sixty-settings';

const ours = byUs();
const others = byOthers(settingsSchema());

compare({
  name: 'check and render 60 settings, warm',
  subject: inTurn(ours),
  against: 'ajv, compiled before, and the writer of smol-toml',
  reference: inTurn(others),
  goal: 0.5,
});

/** Another document each time. Text that is put together is only made when somebody reads it, so that its bytes are counted. */
function inTurn(render: (settings: object) => string): () => number {
  let next = 0;
  return () => Buffer.byteLength(render(SIXTY_SETTINGS_OF_MANY[next++ % SIXTY_SETTINGS_OF_MANY.length]!));
}
