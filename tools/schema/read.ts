import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * A YAML mapping that complains about keys nobody asked for, so that a typing error in `schema/` is found when it is
 * made and not when a setting goes unchecked.
 */
export class Mapping {
  private readonly asked = new Set<string>();

  public constructor(
    public readonly where: string,
    private readonly data: Record<string, unknown>,
  ) {}

  public static of(where: string, data: unknown): Mapping {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      throw new Error(`${where}: expected a mapping, got ${JSON.stringify(data)}`);
    }
    return new Mapping(where, data as Record<string, unknown>);
  }

  public static ofFile(file: string): Mapping {
    return Mapping.of(file, parse(readFileSync(file, 'utf8'), { uniqueKeys: true }));
  }

  public get keys(): string[] {
    return Object.keys(this.data);
  }

  public has(key: string): boolean {
    this.asked.add(key);
    return this.data[key] !== undefined;
  }

  public any(key: string): unknown {
    this.asked.add(key);
    return this.data[key];
  }

  public optionalString(key: string): string | undefined {
    const value = this.any(key);
    if (value !== undefined && typeof value !== 'string') {
      throw new Error(`${this.where}.${key}: expected text, got ${JSON.stringify(value)}`);
    }
    return value;
  }

  public string(key: string): string {
    const value = this.optionalString(key);
    if (value === undefined) {
      throw new Error(`${this.where}: ${key} is missing`);
    }
    return value;
  }

  public optionalNumber(key: string): number | undefined {
    const value = this.any(key);
    if (value !== undefined && typeof value !== 'number') {
      throw new Error(`${this.where}.${key}: expected a number, got ${JSON.stringify(value)}`);
    }
    return value;
  }

  public number(key: string): number {
    const value = this.optionalNumber(key);
    if (value === undefined) {
      throw new Error(`${this.where}: ${key} is missing`);
    }
    return value;
  }

  /** One of a few words. */
  public oneOf(key: string, words: readonly string[]): string {
    const value = this.string(key);
    if (!words.includes(value)) {
      throw new Error(`${this.where}.${key}: expected ${words.join(', ')}, got ${value}`);
    }
    return value;
  }

  public flag(key: string): boolean {
    const value = this.any(key);
    if (value !== undefined && value !== true) {
      throw new Error(`${this.where}.${key}: expected true or nothing, got ${JSON.stringify(value)}`);
    }
    return value === true;
  }

  public strings(key: string): string[] {
    const value = this.any(key) ?? [];
    if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
      throw new Error(`${this.where}.${key}: expected a list of text, got ${JSON.stringify(value)}`);
    }
    return value as string[];
  }

  public mapping(key: string): Mapping {
    return Mapping.of(`${this.where}.${key}`, this.any(key));
  }

  public mappings(key: string): Mapping[] {
    const value = this.any(key) ?? [];
    if (!Array.isArray(value)) {
      throw new Error(`${this.where}.${key}: expected a list, got ${JSON.stringify(value)}`);
    }
    return value.map((item, index) => Mapping.of(`${this.where}.${key}[${index}]`, item));
  }

  /** To be called last: every key must have been asked for. */
  public done(): void {
    const unknown = this.keys.filter((key) => !this.asked.has(key));
    if (unknown.length > 0) {
      throw new Error(`${this.where}: unknown keys ${unknown.join(', ')}`);
    }
  }
}
