import { isTable, TomlFloat } from '../model/document';

/** Whether a value can be read as a table: an object other than a list, a date, a number or a collection. */
export function isObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return (
    isPlainObject(value) || (!(Symbol.iterator in value) && !(value instanceof Date) && !(value instanceof TomlFloat))
  );
}

/** What an object holds. Of an instance of a class this is also what it inherits, such as properties with a getter. */
export function membersOf(object: object): Readonly<Record<string, unknown>> {
  if (isPlainObject(object)) {
    return object as Record<string, unknown>;
  }
  const members: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (let level: object = object; !isTop(level); level = Object.getPrototypeOf(level) as object) {
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      const holdsValue = member.enumerable === true && typeof member.value !== 'function';
      if (!(key in members) && ('get' in member || holdsValue)) {
        members[key] = (object as Record<string, unknown>)[key];
      }
    }
  }
  return members;
}

/** Whether an object is nothing but what it holds. */
export function isPlainObject(object: object): boolean {
  const above: unknown = Object.getPrototypeOf(object);
  return above === Object.prototype || isTable(object) || isTop(above as object);
}

/** Whether nothing that a user wrote can be at this level. Objects may come from another realm, as in tests. */
function isTop(level: object | null): boolean {
  return level === null || (Object.getPrototypeOf(level) === null && Object.hasOwn(level, 'hasOwnProperty'));
}

/** What a value is, at the start of a sentence. */
export function kindOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'Text';
    case 'number':
      return Number.isInteger(value) ? 'A whole number' : 'A number';
    case 'bigint':
      return 'A whole number';
    case 'boolean':
      return `The boolean ${value}`;
    case 'object':
      return objectKind(value);
    default:
      return `A ${typeof value}`;
  }
}

function objectKind(value: object | null): string {
  if (value === null) {
    return 'Nothing (null)';
  }
  if (Array.isArray(value)) {
    return 'A list';
  }
  if (value instanceof Date) {
    return 'A date or time';
  }
  if (value instanceof TomlFloat) {
    return 'A number with a decimal point';
  }
  return isTable(value) ? 'A table' : 'An object';
}

/** Why a value could not be looked at. What was thrown may be anything. */
export function reasonOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return 'it throws an error';
  }
}
