import {
  createSourceFile,
  Expression,
  forEachChild,
  Identifier,
  isBindingElement,
  isCallExpression,
  isClassLike,
  isExpressionStatement,
  isFunctionLike,
  isIdentifier,
  isNewExpression,
  isParameter,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteral,
  isVariableDeclaration,
  isVariableStatement,
  Node,
  ScriptTarget,
  SourceFile,
  Statement,
} from 'typescript';

/** The names that a module exports. */
export type ExportsOf = (specifier: string) => readonly string[];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites a module that the compiler wrote so that it loads others when it needs them first: what is required at the top
 * becomes a function that remembers, and what is handed on becomes a getter. Lines keep their numbers.
 *
 * The CDK does the same with its own modules.
 *
 * @see https://github.com/aws/aws-cdk/tree/main/tools/%40aws-cdk/lazify
 */
export function lazify(text: string, exportsOf: ExportsOf): string {
  const file = createSourceFile('module.js', text, ScriptTarget.ES2022, true);
  const edits = [...lazyImports(file), ...lazyExports(file, exportsOf)].sort((a, b) => b.start - a.start);
  return edits.reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);
}

/** What is required at the top, and where it is used. */
function lazyImports(file: SourceFile): Edit[] {
  const uses = usesIn(file);
  return file.statements.flatMap((statement): Edit[] => {
    const declaration = isVariableStatement(statement) ? statement.declarationList.declarations : undefined;
    const [{ name, initializer } = { name: undefined, initializer: undefined }] = declaration ?? [];
    if (declaration?.length !== 1 || name === undefined || !isIdentifier(name) || initializer === undefined) {
      return [];
    }
    const found = uses.get(name.text);
    // Where something else has the same name too, it stays as it is.
    if (requiredBy(initializer) === undefined || found === undefined || found === 'ambiguous') {
      return [];
    }
    const value = initializer.getText(file);
    const load = `let ${name.text} = () => { const loaded = ${value}; ${name.text} = () => loaded; return loaded; };`;
    return [{ start: statement.getStart(file), end: statement.end, text: load }, ...found.flatMap(call)];
  });
}

/** Calls a function where its value stood; `new a().B()` would make an instance of a. */
function call(use: Identifier): Edit[] {
  let whole: Node = use;
  while (isPropertyAccessExpression(whole.parent) && whole.parent.expression === whole) {
    whole = whole.parent;
  }
  const isMade = isNewExpression(whole.parent) && whole.parent.expression === whole;
  return [
    ...(isMade ? [insert(whole.end, ')')] : []),
    insert(use.end, '()'),
    ...(isMade ? [insert(whole.getStart(), '(')] : []),
  ];
}

function insert(at: number, text: string): Edit {
  return { start: at, end: at, text };
}

/** What of other modules is handed on. */
function lazyExports(file: SourceFile, exportsOf: ExportsOf): Edit[] {
  const own = new Set(file.statements.flatMap((statement) => assignedExports(statement)));
  const edits = file.statements.flatMap((statement): Edit[] => {
    const edit = (text: string): Edit[] => [{ start: statement.getStart(file), end: statement.end, text }];
    const all = exportedStar(statement);
    if (all !== undefined) {
      const names = exportsOf(all).filter((name) => name !== 'default' && name !== '__esModule' && !own.has(name));
      names.forEach((name) => own.add(name));
      return edit(names.map((name) => handOn(name, `require(${JSON.stringify(all)}).${name}`)).join(' '));
    }
    const whole = exportedNamespace(statement);
    return whole === undefined ? [] : edit(handOn(whole.name, whole.value));
  });
  return edits.map((edit, index) => (index === 0 ? { ...edit, text: `${HAND_ON} ${edit.text}` } : edit));
}

/** Where modules need each other, there may be nothing yet, and the value is not kept. */
const HAND_ON = [
  'const __handOn = (name, load) => { const property = { enumerable: true, configurable: true };',
  'Object.defineProperty(exports, name, { ...property, get: () => { const value = load();',
  'if (value !== undefined) Object.defineProperty(exports, name, { ...property, value }); return value; } }); };',
].join(' ');

/** The assignment is for Node, which reads the names that ECMAScript modules may import and runs nothing for it. */
function handOn(name: string, value: string): string {
  return `exports.${name} = void 0; __handOn("${name}", () => ${value});`;
}

/** Of `require("x")` or `__importStar(require("x"))`, the module. */
function requiredBy(value: Expression): string | undefined {
  if (!isCallExpression(value) || !isIdentifier(value.expression) || value.arguments.length !== 1) {
    return undefined;
  }
  const [argument] = value.arguments;
  if (value.expression.text === 'require') {
    return isStringLiteral(argument!) ? argument.text : undefined;
  }
  return value.expression.text === '__importStar' ? requiredBy(argument!) : undefined;
}

/** Of `__exportStar(require("x"), exports)`, the module. */
function exportedStar(statement: Statement): string | undefined {
  const call = isExpressionStatement(statement) ? statement.expression : undefined;
  return call !== undefined && isCallExpression(call) && call.expression.getText() === '__exportStar'
    ? requiredBy(call.arguments[0]!)
    : undefined;
}

/** Of `exports.name = __importStar(require("x"))`, the name and the value. */
function exportedNamespace(statement: Statement): { name: string; value: string } | undefined {
  const [, name, value] = /^exports\.(\w+) = (__importStar\(require\("[^"]+"\)\));$/.exec(statement.getText()) ?? [];
  return name === undefined ? undefined : { name, value: value! };
}

/** The names of `exports.a = exports.b = void 0`, that are a module's own. */
function assignedExports(statement: Statement): string[] {
  const text = statement.getText();
  return /^(?:exports\.\w+ = )+void 0;$/.test(text)
    ? [...text.matchAll(/exports\.(\w+)/g)].map(([, name]) => name!)
    : [];
}

/** Where a value of each name is used; ambiguous where it is declared more than once, or cannot be followed by a call. */
function usesIn(file: SourceFile): Map<string, Identifier[] | 'ambiguous'> {
  const uses = new Map<string, Identifier[] | 'ambiguous'>();
  const declared = new Set<string>();
  const visit = (node: Node): void => {
    if (isIdentifier(node)) {
      see(node);
    }
    forEachChild(node, visit);
  };
  const see = (node: Identifier): void => {
    const known = uses.get(node.text) ?? [];
    if (isShorthandPropertyAssignment(node.parent) || (isDeclared(node) && declared.has(node.text))) {
      uses.set(node.text, 'ambiguous');
    } else if (isDeclared(node)) {
      declared.add(node.text);
      uses.set(node.text, known);
    } else if (!isNameOfProperty(node) && known !== 'ambiguous') {
      uses.set(node.text, [...known, node]);
    }
  };
  visit(file);
  return uses;
}

/** Whether an identifier makes a name known. */
function isDeclared(node: Identifier): boolean {
  const { parent } = node;
  return (
    ((isVariableDeclaration(parent) || isParameter(parent) || isBindingElement(parent)) && parent.name === node) ||
    ((isFunctionLike(parent) || isClassLike(parent)) && parent.name === node && !isNameOfMember(node))
  );
}

function isNameOfMember({ parent }: Identifier): boolean {
  return isFunctionLike(parent) && isClassLike(parent.parent);
}

/** Whether an identifier names a property of something, and no value. */
function isNameOfProperty(node: Identifier): boolean {
  const { parent } = node;
  return (
    (isPropertyAccessExpression(parent) && parent.name === node) ||
    (isPropertyAssignment(parent) && parent.name === node) ||
    (isBindingElement(parent) && parent.propertyName === node) ||
    ('name' in parent && parent.name === node)
  );
}
