/** A box of a flowchart. */
export interface MermaidNode {
  readonly id: string;
  readonly label: string;
  /** Whether the box has round corners. */
  readonly round: boolean;
}

/** An arrow of a flowchart, such as `A --> B`. */
export interface MermaidEdge {
  readonly from: string;
  readonly to: string;
  readonly dotted: boolean;
}

export interface Flowchart {
  readonly nodes: ReadonlyMap<string, MermaidNode>;
  readonly edges: readonly MermaidEdge[];
  /** Names that stand for several: comments such as `%% Both = One, Other`. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

const NODE = /^ {2,}(\w+)(?:\["([^"]+)"\]|\(\["([^"]+)"\]\))$/;
const EDGE = /^ {2,}(\w+) (-->|-\.->)(?:\|"[^"|]+"\|)? (\w+)$/;
const GROUP = /^ {2,}%% (\w+) = (\w+(?:, \w+)*)$/;
/** Words that Mermaid does not take for the id of a box. */
const RESERVED = ['end', 'graph', 'subgraph', 'style', 'class', 'click', 'default', 'flowchart', 'linkStyle'];

/**
 * Reads a flowchart. It takes the part of Mermaid that the pages use, and throws for all else: Mermaid itself needs a
 * browser, and is many times the size of this library.
 */
export function readFlowchart(text: string): Flowchart {
  const [header, ...lines] = text.trimEnd().split('\n');
  if (!/^flowchart (LR|TB)$/.test(header!)) {
    throw new Error(`not a flowchart: ${header}`);
  }
  const nodes = new Map<string, MermaidNode>();
  const edges: MermaidEdge[] = [];
  const groups = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, id, square, round] = NODE.exec(line) ?? [];
    const [, from, arrow, to] = EDGE.exec(line) ?? [];
    const [, group, names] = GROUP.exec(line) ?? [];
    if (id !== undefined && !nodes.has(id) && !RESERVED.includes(id)) {
      nodes.set(id, { id, label: (square ?? round)!, round: round !== undefined });
    } else if (from !== undefined) {
      edges.push({ from, to: to!, dotted: arrow !== '-->' });
    } else if (group !== undefined) {
      groups.set(group, names!.split(', '));
    } else {
      throw new Error(`not understood: ${line}`);
    }
  }
  const unknown = [...edges.flatMap(({ from, to }) => [from, to]), ...groups.keys()].filter((id) => !nodes.has(id));
  const alone = [...nodes.keys()].filter((id) => edges.every(({ from, to }) => from !== id && to !== id));
  if (unknown.length > 0 || alone.length > 0) {
    throw new Error(`without a box: ${unknown.join(', ')}; without an arrow: ${alone.join(', ')}`);
  }
  return { nodes, edges, groups };
}
