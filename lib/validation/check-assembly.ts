import { AssemblyTemplate, FileRequests } from './assembly';
import { CheckedNode, checkTemplate } from './check-template';

/** A node of an assembly, with everything that is wrong with it. */
export interface AssemblyNode extends CheckedNode {
  readonly of: AssemblyTemplate;
}

/** Checks the templates of an assembly, and leaves out what users have acknowledged. */
export function checkTemplates(templates: readonly AssemblyTemplate[]): AssemblyNode[] {
  return templates.flatMap((of) =>
    checkTemplate(of.template, of.region).map(({ node, findings }) => {
      const paths = [node.path, node.launch?.resource.path ?? node.path];
      const isAcknowledged = (code: string) => paths.some((path) => of.acknowledgements.has(code, path));
      return { of, node, findings: findings.filter(({ issue }) => !isAcknowledged(issue.code)) };
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
