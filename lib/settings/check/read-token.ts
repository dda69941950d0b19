import type { TokenReader } from '../../private/token-reader';
import { TomlToken, TomlValue } from '../model/document';
import { settingsModel, ShapeModel } from '../model/settings-model';

/**
 * A value that is only known at deployment: what it will be follows from the setting. Undefined where a table or a list of
 * tables belongs, which cannot come that late.
 */
export function readToken(input: unknown, shape: ShapeModel, tokens: TokenReader): TomlValue | undefined {
  const { types } = settingsModel();
  switch (shape.kind) {
    case 'scalar': {
      const { base, also } = types[shape.type]!;
      if (base === 'list') {
        return new TomlToken('list', input);
      }
      const isText = base === 'string' || base === 'enum';
      if (!isText || (typeof input === 'number' && also !== undefined)) {
        return new TomlToken('bare', input);
      }
      return typeof input === 'string' ? input : tokens.asText(input);
    }
    case 'list':
      if (shape.item.kind !== 'scalar' || types[shape.item.type]!.base === 'list') {
        return undefined;
      }
      return shape.orOne && typeof input === 'string' ? [input] : new TomlToken('list', input);
    case 'oneOrMany':
      return Array.isArray(input) ? new TomlToken('list', input) : readToken(input, shape.item, tokens);
    default:
      return undefined;
  }
}
