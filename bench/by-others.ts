import Ajv from 'ajv';
import { stringify } from 'smol-toml';

/** Checks settings one by one with a compiled JSON Schema, and writes them with the library that we read with. */
export function byOthers(schema: object): (settings: object) => string {
  const validate = new Ajv({ allErrors: true, logger: false }).compile(schema);
  return (settings) => {
    const document = { settings };
    if (!validate(document)) {
      throw new Error('the settings are right, but were refused');
    }
    return stringify(document);
  };
}
