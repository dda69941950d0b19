import { NO_TOKENS } from '../../../../lib/private/token-reader';
import { RefusedPaths } from '../../../../lib/settings/check/refused-paths';
import { always, concerns, given, Rule, SettingsView } from '../../../../lib/settings/check/rules/rule';
import { RuleMemory } from '../../../../lib/settings/check/rules/rule-memory';
import { newTable, TomlTable, TomlValue } from '../../../../lib/settings/model/document';
import { osContext } from '../../../../lib/settings/model/os-context';

function table(content: Record<string, TomlValue>): TomlTable {
  return Object.assign(newTable(), content);
}

/** Runs rules on documents, one after another, none of which is wrong unless that is said; returns which rules ran for each. */
function ran(rules: readonly Rule[], documents: readonly TomlTable[], wrong: readonly TomlTable[] = []): number[][] {
  const memory = new RuleMemory(rules);
  return documents.map((document) => {
    const view = new SettingsView(document, NO_TOKENS, osContext({}).context, RefusedPaths.of([]), true, memory.watch);
    const isDue = memory.judge(document);
    const run = rules.flatMap((rule, index) => (isDue[index] && concerns(rule, document) ? [index] : []));
    for (const index of run) {
      memory.runs(index);
      rules[index]!.check(view, () => {});
    }
    if (!wrong.includes(document)) {
      memory.isRight();
    }
    return run;
  });
}

const PODS = given(['kubernetes.max-pods'], (settings) => settings.number('kubernetes', 'max-pods'));
const LABELS = given(['kubernetes.node-labels'], (settings) => settings.keys('kubernetes', 'node-labels'));
const NAME = always((settings) => settings.text('kubernetes', 'cluster-name'));

const labels = table({ a: 'b' });
const ten = table({ kubernetes: table({ 'max-pods': 10, 'node-labels': labels }) });
const eleven = table({ kubernetes: table({ 'max-pods': 11, 'node-labels': labels }) });

test('only rules run that looked at something that has changed', () => {
  expect(ran([PODS, LABELS, NAME], [ten, ten, eleven, ten])).toEqual([[0, 1, 2], [], [0], [0]]);
});

test('a rule runs when what it missed is there, and when what it saw is not', () => {
  const named = table({ kubernetes: table({ 'max-pods': 10, 'node-labels': labels, 'cluster-name': 'a' }) });
  expect(ran([PODS, NAME], [ten, named, named, ten, ten])).toEqual([[0, 1], [1], [], [1], []]);
});

test('a rule that looks at something for the first time is run when that goes away', () => {
  // Only where there are labels does it look at the name.
  const rule = given(['kubernetes.node-labels', 'kubernetes.max-pods'], (settings) => {
    if (settings.keys('kubernetes', 'node-labels').length > 0) {
      settings.text('network', 'hostname');
      settings.text('kubernetes', 'cluster-name');
    }
  });
  const kubernetes = table({ 'node-labels': labels, 'cluster-name': 'a' });
  const known = table({ kubernetes, network: table({ hostname: 'a' }) });
  expect(ran([rule], [known, table({ kubernetes })])).toEqual([[0], [0]]);
  const unnamed = table({ kubernetes: table({ 'node-labels': labels }), network: known.network! });
  expect(ran([rule], [known, unnamed])).toEqual([[0], [0]]);
  expect(ran([rule], [ten, known, unnamed])).toEqual([[0], [0], [0]]);
});

test('the same in a group that had not changed when it was looked at', () => {
  const rule = given(['kubernetes.max-pods', 'network.hostname'], (settings) =>
    settings.has('network', 'hostname') ? settings.text('kubernetes', 'cluster-name') : undefined,
  );
  const other = given(['kubernetes.max-pods'], (settings) => settings.number('kubernetes', 'max-pods'));
  const named = table({ 'max-pods': 10, 'cluster-name': 'a' });
  const network = table({ hostname: 'a' });
  const documents: Record<string, TomlValue>[] = [
    { kubernetes: named },
    { kubernetes: named, network },
    { kubernetes: ten.kubernetes!, network },
  ];
  expect(ran([rule, other], documents.map(table))).toEqual([[0, 1], [0], [0]]);
});

test('a rule that looked at all of a group runs when anything in it has changed, and no other one', () => {
  const all = always((settings) => settings.keys('kubernetes'));
  const isThere = always((settings) => settings.hasGroup('kubernetes'));
  expect(ran([all, isThere], [ten, eleven, table({ motd: 'a' }), table({})])).toEqual([[0, 1], [0], [0, 1], []]);
});

test('a group that becomes something else than a table has changed in all of its keys', () => {
  const odd = table({ kubernetes: 'odd' });
  expect(ran([NAME], [odd, ten, odd, odd])).toEqual([[0], [0], [0], []]);
});

test('what was wrong is not remembered', () => {
  expect(ran([PODS, NAME], [ten, eleven, eleven, ten], [eleven])).toEqual([[0, 1], [0], [0], []]);
});
