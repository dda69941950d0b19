import { readFileSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Forbids unions in the public API, unions of literals above all: jsii turns them into plain strings without a word,
 * so that other languages lose the values. Use an enum, or a class with static factories.
 *
 * Public is what lib/index.ts exports, directly or through other files.
 */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'forbid unions in the public API' },
    messages: {
      union: 'Unions do not survive jsii. Use an enum, or a class with static factories.',
    },
    schema: [{ type: 'object', properties: { index: { type: 'string' } }, required: ['index'] }],
  },
  create(context) {
    const index = resolve(context.cwd, context.options[0].index);
    const exported = publicNames(index).get(resolve(context.filename));
    if (exported === undefined) {
      return {};
    }
    return {
      TSUnionType(node) {
        if (isPublic(node, exported) && !isOptional(node)) {
          context.report({ node, messageId: 'union' });
        }
      },
    };
  },
};

/** Undefined is how optional values are written where no question mark can stand. */
function isOptional(node) {
  const rest = node.types.filter((type) => type.type !== 'TSUndefinedKeyword');
  return rest.length === 1;
}

/** Whether a type belongs to an exported declaration and shows in its signature. */
function isPublic(node, exported) {
  for (let at = node; at.parent !== undefined && at.parent !== null; at = at.parent) {
    const { parent } = at;
    // The inside of functions, and members that are not public, are nobody's business.
    if (parent.type === 'BlockStatement' || parent.type === 'VariableDeclarator') {
      return false;
    }
    if (isHiddenMember(parent)) {
      return false;
    }
    if (parent.type === 'ExportNamedDeclaration') {
      const name = parent.declaration?.id?.name;
      return exported === 'all' || exported.has(name);
    }
  }
  return false;
}

function isHiddenMember(node) {
  const isMember = ['MethodDefinition', 'PropertyDefinition', 'TSAbstractMethodDefinition'].includes(node.type);
  return isMember && (node.accessibility === 'private' || node.key?.name?.startsWith('_') === true);
}

const cache = new Map();

/** By file: the names that the index exports from it, or all. */
function publicNames(index) {
  if (!cache.has(index)) {
    const files = new Map();
    visit(index, files);
    cache.set(index, files);
  }
  return cache.get(index);
}

function visit(file, files) {
  const text = readFileSync(file, 'utf8');
  for (const [, star, names, source] of text.matchAll(/export (?:(\*)(?: as \w+)?|\{([^}]*)\}) from '([^']+)'/g)) {
    const target = resolveModule(dirname(file), source);
    if (star !== undefined) {
      files.set(target, 'all');
      visit(target, files);
    } else if (files.get(target) !== 'all') {
      const known = files.get(target) ?? new Set();
      names.split(',').forEach((name) => known.add(name.trim()));
      files.set(target, known);
    }
  }
}

function resolveModule(folder, source) {
  const file = join(folder, `${source}.ts`);
  return existsSync(file) ? file : join(folder, source, 'index.ts');
}
