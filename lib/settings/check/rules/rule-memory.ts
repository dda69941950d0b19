import { isTable, TomlTable, TomlValue } from '../../model/document';
import { Rule } from './rule';

/** What nobody has looked at yet, so that whatever is found is different. */
const UNSEEN = Symbol('unseen');

/** A group of settings, and what rules looked at in it. */
interface Group {
  readonly name: string;
  readonly looks: Look[];
  /** Its value in the document that is judged, and in the last one that was right. */
  now: TomlValue | undefined;
  last: TomlValue | undefined;
}

/** Rules that looked at a key of a group, whether it was there or not, or at all of the group. */
interface Look {
  readonly key: string | undefined;
  readonly rules: number[];
  now: TomlValue | undefined;
  last: TomlValue | undefined | typeof UNSEEN;
}

/**
 * The last document that no rule had anything to say about, and which settings each rule looked at. Of the next one, only
 * the rules need run that looked at something that has changed: node groups of an app have most settings in common.
 */
export class RuleMemory {
  private readonly groups: Group[] = [];
  private readonly isDue: boolean[];
  private document?: TomlTable;
  private isEmpty = true;
  private running = 0;

  public constructor(rules: readonly Rule[]) {
    this.isDue = rules.map(() => true);
    rules.forEach(({ given = [] }, index) => given.forEach(([group, key]) => this.add(index, group, key)));
  }

  /** Whether each rule may have something to say about a document, until the next one is judged. */
  public judge(document: TomlTable): readonly boolean[] {
    this.document = document;
    this.isDue.fill(this.isEmpty);
    for (const group of this.groups) {
      group.now = document[group.name];
      if (group.now !== group.last) {
        this.compare(group);
      }
    }
    return this.isDue;
  }

  /** Is to be told which rule is run. */
  public runs(rule: number): void {
    this.running = rule;
  }

  /** Is to be told of every setting that the rule looks at. */
  public readonly watch = (group: string, key: string | undefined): void => this.add(this.running, group, key);

  /** Is to be told when no rule had anything to say. */
  public isRight(): void {
    this.isEmpty = false;
    for (const group of this.groups) {
      if (group.now !== group.last) {
        group.last = group.now;
        for (const look of group.looks) {
          look.last = look.now;
        }
      }
    }
  }

  private compare({ now, last, looks }: Group): void {
    const table = isTable(now) ? now : undefined;
    const areTables = table !== undefined && isTable(last);
    for (const look of looks) {
      look.now = look.key === undefined ? now : table?.[look.key];
      if (look.now !== look.last || !areTables) {
        look.rules.forEach((rule) => (this.isDue[rule] = true));
      }
    }
  }

  private add(rule: number, name: string, key: string | undefined): void {
    let group = this.groups.find((one) => one.name === name);
    if (group === undefined) {
      group = { name, looks: [], now: this.document?.[name], last: undefined };
      this.groups.push(group);
    }
    let look = group.looks.find((one) => one.key === key);
    if (look === undefined) {
      look = { key, rules: [], now: valueIn(group.now, key), last: UNSEEN };
      group.looks.push(look);
    }
    if (!look.rules.includes(rule)) {
      look.rules.push(rule);
    }
  }
}

/** What a rule sees that looks at a key of a group, or at all of it. */
function valueIn(group: TomlValue | undefined, key: string | undefined): TomlValue | undefined {
  return key === undefined ? group : isTable(group) ? group[key] : undefined;
}
