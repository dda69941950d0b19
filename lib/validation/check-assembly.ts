import { AssemblyTemplate, FileRequests } from './assembly';
import { CheckedNode, checkTemplate, NodeFinding } from './check-template';

/** A node of an assembly, with everything that is wrong with it and was not acknowledged. */
export interface AssemblyNode extends CheckedNode {
  readonly of: AssemblyTemplate;
  readonly acknowledged: readonly AcknowledgedFinding[];
}

/** Something that is wrong with a node, and that users know of. */
export interface AcknowledgedFinding extends NodeFinding {
  readonly reason: string;
}

/** Checks the templates of an assembly, and sets apart what users have acknowledged. */
export function checkTemplates(templates: readonly AssemblyTemplate[]): AssemblyNode[] {
  return templates.flatMap((of) =>
    checkTemplate(of.template, of.region).map(({ node, findings }) => {
      const paths = [node.path, node.launch?.resource.path ?? node.path];
      const reasonFor = ({ issue: { code } }: NodeFinding) =>
        paths.map((path) => of.acknowledgements.reasonFor(code, path)).find((reason) => reason !== undefined);
      return {
        of,
        node,
        findings: findings.filter((finding) => reasonFor(finding) === undefined),
        acknowledged: findings.flatMap((finding) => {
          const reason = reasonFor(finding);
          return reason === undefined ? [] : [{ ...finding, reason }];
        }),
      };
    }),
  );
}

/** Answers requests for files at once. */
export function answer<T>(requests: FileRequests<T>, read: (file: string) => string | undefined): T {
  let request = requests.next();
  while (request.done !== true) {
    request = requests.next(read(request.value));
  }
  return request.value;
}
