import { AssemblyTemplate, FileRequests } from './assembly';
import { checkTemplate, NodeFinding } from './check-template';

/** Something that is wrong with a node of an assembly. */
export interface AssemblyFinding extends NodeFinding {
  readonly of: AssemblyTemplate;
}

/** Checks the templates of an assembly, and leaves out what users have acknowledged. */
export function checkTemplates(templates: readonly AssemblyTemplate[]): AssemblyFinding[] {
  return templates.flatMap((of) =>
    checkTemplate(of.template, of.region)
      .filter(({ node, issue }) => {
        const paths = [node.path, node.launch?.resource.path ?? node.path];
        return !paths.some((path) => of.acknowledgements.has(issue.code, path));
      })
      .map((finding) => ({ ...finding, of })),
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
