import { TaintEffect } from '../node';
import { CDK_TOKENS } from '../private/cdk-tokens';
import { isTable } from '../settings/model/document';
import { KnownTaint } from './node-source';

/** EKS spells the effects of taints in its own way. */
const EKS_EFFECTS: Readonly<Record<string, string>> = {
  [TaintEffect.NO_SCHEDULE]: 'NO_SCHEDULE',
  [TaintEffect.PREFER_NO_SCHEDULE]: 'PREFER_NO_SCHEDULE',
  [TaintEffect.NO_EXECUTE]: 'NO_EXECUTE',
};

/** An effect as EKS spells it. */
export function toEksEffect(effect: TaintEffect): string {
  return EKS_EFFECTS[effect] ?? effect;
}

/** An effect that EKS spells; undefined when it is not known. */
export function fromEksEffect(effect: unknown): TaintEffect | undefined {
  return Object.values(TaintEffect).find((known) => EKS_EFFECTS[known] === effect);
}

/** The taints in settings.kubernetes.node-taints: lists of value:Effect by key. */
export function taintsInSettings(setting: unknown): KnownTaint[] {
  return isTable(setting)
    ? Object.entries(setting).flatMap(([key, list]) =>
        Array.isArray(list) ? list.map((text) => taintInSettings(key, text)) : [{ key }],
      )
    : [];
}

function taintInSettings(key: string, text: unknown): KnownTaint {
  const match = typeof text === 'string' && !CDK_TOKENS.isToken(text) ? /^(.*):(\w+)$/.exec(text) : null;
  return match === null ? { key } : { key, value: match[1], effect: match[2] as TaintEffect };
}
