import { Duration, Tokenization } from 'aws-cdk-lib';

/**
 * How long Karpenter waits before it does something, or that it never does it.
 */
export class KarpenterPeriod {
  /**
   * After some time.
   *
   * @param period how long, in whole seconds
   */
  public static after(period: Duration): KarpenterPeriod {
    return new KarpenterPeriod(renderDuration(period));
  }

  /**
   * Never.
   */
  public static never(): KarpenterPeriod {
    return new KarpenterPeriod('Never');
  }

  private constructor(private readonly text: string) {}

  /**
   * The period as Karpenter reads it, such as `1h30m`.
   */
  public toString(): string {
    return this.text;
  }
}

/** A duration as Kubernetes writes it, without parts that are zero. */
export function renderDuration(duration: Duration): string {
  const seconds = duration.toSeconds();
  if (duration.isUnresolved()) {
    return `${Tokenization.stringifyNumber(seconds)}s`;
  }
  const parts: readonly [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  const text = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${unit}`)
    .join('');
  return text === '' ? '0s' : text;
}
