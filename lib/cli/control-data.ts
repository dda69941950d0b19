import type { ControlResult } from '../hardening/controls/control-result';

/** A control as JSON: all keys are there, with null for what there is nothing to say of. */
export function controlData({ level, evidence, ...result }: ControlResult): Record<string, unknown> {
  return {
    ...result,
    level: level ?? null,
    evidence: evidence.map(({ path, status, received, expected }) => ({
      path,
      status,
      received: received ?? null,
      expected,
    })),
  };
}
