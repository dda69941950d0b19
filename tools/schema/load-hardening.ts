import type {
  BenchmarkModel,
  ControlModel,
  ExpectationModel,
  FactModel,
  NeedModel,
  UnsetModel,
} from '../../lib/hardening/controls/control-model';
import { Mapping } from './read';

const OUTCOMES = ['holds', 'breaks', 'unseen'];

/** Reads schema/hardening.yaml. */
export function loadHardening(file: string): BenchmarkModel[] {
  const data = Mapping.ofFile(file);
  return data.keys.map((id) => benchmark(id, data.mapping(id)));
}

function benchmark(id: string, data: Mapping): BenchmarkModel {
  const see = data.string('see');
  const orchestrator = data.has('orchestrator') ? data.oneOf('orchestrator', ['kubernetes', 'ecs']) : undefined;
  const controls = data.mapping('controls');
  const result = {
    id,
    title: data.string('title'),
    version: data.optionalString('version'),
    see,
    command: data.optionalString('command'),
    doc: data.string('doc'),
    controls: controls.keys.map((key) => control(key, controls.mapping(key), see, orchestrator)),
  };
  data.done();
  return result;
}

function control(id: string, data: Mapping, benchmarkSee: string, ofBenchmark: string | undefined): ControlModel {
  const see = data.optionalString('see') ?? benchmarkSee;
  const needs = [...sysctls(data), ...settings(data)];
  const rules = unset(data);
  const result = {
    id,
    title: data.string('title'),
    level: data.optionalNumber('level'),
    manual: data.flag('manual') || undefined,
    orchestrator: (data.has('orchestrator')
      ? data.oneOf('orchestrator', ['kubernetes', 'ecs'])
      : ofBenchmark) as ControlModel['orchestrator'],
    see: see.startsWith('#') ? `${benchmarkSee}${see}` : see,
    needs: needs.length === 0 ? undefined : needs,
    fact: data.has('fact') ? fact(data.mapping('fact')) : undefined,
    unset: rules.length === 0 ? undefined : rules,
    unseen: data.optionalString('unseen'),
    costs: data.optionalString('costs'),
  };
  data.done();
  if (needs.length === 0 && result.fact === undefined && result.unseen === undefined) {
    throw new Error(`${data.where}: nothing decides about the control`);
  }
  if (needs.length > 0 !== rules.length > 0) {
    throw new Error(`${data.where}: unset belongs to settings`);
  }
  const last = rules.at(-1);
  if (last !== undefined && hasCondition(last)) {
    throw new Error(`${data.where}.unset: the last rule must hold without conditions`);
  }
  return result;
}

function hasCondition({ nvidia, families, kubernetes }: UnsetModel): boolean {
  return nvidia !== undefined || families !== undefined || kubernetes !== undefined;
}

/** Kernel parameters with the text that they must have. */
function sysctls(data: Mapping): NeedModel[] {
  if (!data.has('sysctl')) {
    return [];
  }
  const parameters = data.mapping('sysctl');
  return parameters.keys.map((name) => {
    const is = parameters.string(name);
    return { path: ['kernel', 'sysctl', name], is, set: is };
  });
}

function settings(data: Mapping): NeedModel[] {
  if (!data.has('settings')) {
    return [];
  }
  const paths = data.mapping('settings');
  return paths.keys.map((path) => need(path.split('.'), paths.mapping(path)));
}

function need(path: readonly string[], data: Mapping): NeedModel {
  const expected = expectation(data);
  const isLeft = data.has('preset') && data.any('preset') === false;
  const result = {
    path,
    ...expected,
    except: data.has('except') ? data.strings('except') : undefined,
    whereTrue: data.optionalString('whereTrue'),
    set: isLeft ? undefined : ((data.any('set') as NeedModel['set']) ?? expected.is),
    notWith: (data.has('notWith') ? data.oneOf('notWith', ['nvidia']) : undefined) as NeedModel['notWith'],
  };
  data.done();
  if (!isLeft && result.set === undefined) {
    throw new Error(`${data.where}: say what presets set, or preset: false`);
  }
  return result;
}

function fact(data: Mapping): FactModel {
  const result = { name: data.string('name'), ...expectation(data) };
  data.done();
  return result;
}

function expectation(data: Mapping): ExpectationModel {
  const result = {
    is: data.any('is') as ExpectationModel['is'],
    isNot: data.any('isNot') as ExpectationModel['isNot'],
    above: data.optionalNumber('above'),
    atMost: data.optionalNumber('atMost'),
  };
  if (Object.values(result).filter((value) => value !== undefined).length !== 1) {
    throw new Error(`${data.where}: expected one of is, isNot, above, atMost`);
  }
  return result;
}

function unset(data: Mapping): UnsetModel[] {
  const given = data.any('unset');
  if (given === undefined) {
    return [];
  }
  if (!Array.isArray(given)) {
    return [{ is: data.oneOf('unset', OUTCOMES) as UnsetModel['is'] }];
  }
  return given.map((one, index) => {
    const rule = Mapping.of(`${data.where}.unset[${index}]`, one);
    const result = {
      is: rule.oneOf('is', OUTCOMES) as UnsetModel['is'],
      because: rule.optionalString('because'),
      nvidia: rule.flag('nvidia') || undefined,
      families: rule.has('families') ? rule.strings('families') : undefined,
      kubernetes: rule.optionalString('kubernetes'),
    };
    rule.done();
    return result;
  });
}
