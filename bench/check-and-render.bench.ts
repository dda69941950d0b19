/** Settings of a node with much of everything: checked and written in TOML. */
import Ajv from 'ajv';
import { stringify } from 'smol-toml';
import { NO_TOKENS } from '../lib/private/token-reader';
import { UserDataTarget } from '../lib/settings';
import { checkDocument } from '../lib/settings/check/check-document';
import { readSettings } from '../lib/settings/check/read';
import { settingsSchema } from '../lib/settings/json-schema';
import { osContext } from '../lib/settings/model/os-context';
import { writeToml } from '../lib/settings/toml/write-toml';
import { compare } from './compare';
import { SIXTY_SETTINGS } from './sixty-settings';

const { context } = osContext({});
const ajv = new Ajv({ allErrors: true, logger: false });
const validate = ajv.compile(settingsSchema());

function ours(): string {
  const { document, issues } = readSettings(SIXTY_SETTINGS, 'key', NO_TOKENS, context);
  const facts = { tokens: NO_TOKENS, context, target: UserDataTarget.EC2, before: issues };
  const found = checkDocument(document, { ...facts, mayGrow: false, joins: true, needsCluster: true });
  const written = writeToml(document, UserDataTarget.EC2, NO_TOKENS);
  if (issues.length + found.length + written.issues.length > 0) {
    throw new Error('the settings are right, but were refused');
  }
  return written.text;
}

function others(): string {
  const document = { settings: SIXTY_SETTINGS };
  if (!validate(document)) {
    throw new Error('the settings are right, but were refused');
  }
  return stringify(document);
}

compare({
  name: 'check and render 60 settings',
  subject: ours,
  against: 'ajv and the writer of smol-toml',
  reference: others,
  goal: 0.5,
});
