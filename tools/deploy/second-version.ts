/**
 * Runs an example in a second version: all of its nodes get one more setting.
 *
 * Usage: tsx tools/deploy/second-version.ts examples/NAME/app.ts
 */
import { App, Stage, StageSynthesisOptions } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';
import { resolve } from 'node:path';
import { BottlerocketSettings, BottlerocketUserData, mixins } from 'cdk-bottlerocket';
import { SECOND_SETTING } from './second-setting';

interface TakesSettings {
  addSettings(settings: BottlerocketSettings): void;
}

function takesSettings(construct: IConstruct): construct is IConstruct & TakesSettings {
  return typeof (construct as Partial<TakesSettings>).addSettings === 'function';
}

/** User data of launch templates; what a mixin gives to one has no construct of its own. */
const bound = new Map<IConstruct, BottlerocketUserData>();
const bind = Object.getOwnPropertyDescriptor(BottlerocketUserData.prototype, '_bind')!.value as (
  scope: IConstruct,
) => void;
BottlerocketUserData.prototype._bind = function (this: BottlerocketUserData, scope: IConstruct): void {
  bound.set(scope, this);
  bind.call(this, scope);
};

const synth = Object.getOwnPropertyDescriptor(Stage.prototype, 'synth')!.value as Stage['synth'];
const changed = new WeakSet<Stage>();

Stage.prototype.synth = function (this: Stage, options?: StageSynthesisOptions): CloudAssembly {
  if (App.isApp(this) && !changed.has(this)) {
    changed.add(this);
    const settings = { kernel: { sysctl: { [SECOND_SETTING.key]: SECOND_SETTING.value } } };
    const constructs = this.node.findAll();
    for (const nodes of [...constructs.filter(takesSettings), ...bound.values()]) {
      nodes.addSettings(settings);
    }
    const others = constructs.filter(
      (construct) => ec2.CfnLaunchTemplate.isCfnLaunchTemplate(construct) && !bound.has(construct),
    );
    others.forEach((template) => template.with(new mixins.BottlerocketNodeSettings({ settings })));
  }
  return synth.call(this, options);
};

// eslint-disable-next-line @typescript-eslint/no-require-imports -- chosen at run time
require(resolve(process.argv[2]!));
