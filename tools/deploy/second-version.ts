/**
 * Runs an example in a second version: all of its nodes get one more setting.
 *
 * Usage: tsx tools/deploy/second-version.ts examples/NAME/app.ts
 */
import { App, Stage, StageSynthesisOptions } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { resolve } from 'node:path';
import { BottlerocketSettings, BottlerocketUserData } from 'cdk-bottlerocket';
import { SECOND_SETTING } from './second-setting';

interface TakesSettings {
  addSettings(settings: BottlerocketSettings): void;
}

function takesSettings(construct: IConstruct): construct is IConstruct & TakesSettings {
  return typeof (construct as Partial<TakesSettings>).addSettings === 'function';
}

/** User data that a mixin gives to a launch template has no construct of its own. */
const bound = new Set<BottlerocketUserData>();
const bind = Object.getOwnPropertyDescriptor(BottlerocketUserData.prototype, '_bind')!.value as (
  scope: IConstruct,
) => void;
BottlerocketUserData.prototype._bind = function (this: BottlerocketUserData, scope: IConstruct): void {
  bound.add(this);
  bind.call(this, scope);
};

const synth = Object.getOwnPropertyDescriptor(Stage.prototype, 'synth')!.value as Stage['synth'];
const changed = new WeakSet<Stage>();

Stage.prototype.synth = function (this: Stage, options?: StageSynthesisOptions): CloudAssembly {
  if (App.isApp(this) && !changed.has(this)) {
    changed.add(this);
    for (const nodes of [...this.node.findAll().filter(takesSettings), ...bound]) {
      nodes.addSettings({ kernel: { sysctl: { [SECOND_SETTING.key]: SECOND_SETTING.value } } });
    }
  }
  return synth.call(this, options);
};

// eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
require(resolve(process.argv[2]!));
