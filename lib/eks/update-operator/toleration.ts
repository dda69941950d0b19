import { Duration } from 'aws-cdk-lib';
import { TaintEffect } from '../../node';
import { KnownTaint } from '../node-source';

/**
 * A taint that pods tolerate.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export interface PodToleration {
  /**
   * The key of the taint.
   *
   * @default - all keys
   */
  readonly key?: string;

  /**
   * The value of the taint.
   *
   * @default - all values
   */
  readonly value?: string;

  /**
   * The effect of the taint.
   *
   * @default - all effects
   */
  readonly effect?: TaintEffect;

  /**
   * How long pods stay on a node that gets a taint with the effect NO_EXECUTE.
   *
   * @default - for ever
   */
  readonly tolerationPeriod?: Duration;
}

/** A toleration as Kubernetes has it. */
export function renderToleration({ key, value, effect, tolerationPeriod }: PodToleration): Record<string, unknown> {
  return {
    ...(key === undefined ? {} : { key }),
    ...(value === undefined ? { operator: 'Exists' } : { operator: 'Equal', value }),
    ...(effect === undefined ? {} : { effect }),
    ...(tolerationPeriod === undefined ? {} : { tolerationSeconds: tolerationPeriod.toSeconds() }),
  };
}

/** Whether a taint keeps pods off. A DaemonSet is not put off by taints that only express a wish. */
export function repels({ effect }: KnownTaint): boolean {
  return effect !== TaintEffect.PREFER_NO_SCHEDULE;
}

/** The tolerations for some taints. */
export function tolerationsFor(taints: readonly KnownTaint[]): Record<string, unknown>[] {
  return taints
    .filter(repels)
    .map(({ key, value, effect }) => renderToleration({ key, value: value === '' ? undefined : value, effect }));
}

/** Whether one of the tolerations covers a taint, as far as both are known. */
export function isTolerated(taint: KnownTaint, tolerations: readonly PodToleration[]): boolean {
  return tolerations.some(
    ({ key, value, effect }) =>
      (key === undefined || key === taint.key) &&
      (value === undefined || value === (taint.value ?? '')) &&
      (effect === undefined || effect === taint.effect),
  );
}
