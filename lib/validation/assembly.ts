import { normalize } from 'node:path';
import { asList, asObject, CloudFormationTemplate, JsonObject } from '../template';
import { Acknowledgements } from './acknowledgements';

/** Reads a file: it is given the path, and gives the text back; undefined when there is no such file. */
export type FileRequests<T> = Generator<string, T, string | undefined>;

/** A template of an assembly, with what the assembly says of it. */
export interface AssemblyTemplate {
  /** The path of the file. */
  readonly file: string;
  readonly text: string;
  readonly template: CloudFormationTemplate;
  /** The name of the stack, as the command line of the CDK shows it; of nested stacks, that of the one above. */
  readonly stack: string;
  /** The region; undefined when it is not known. */
  readonly region?: string;
  readonly acknowledgements: Acknowledgements;
}

/** Something in an assembly that cannot be read. */
export class AssemblyError extends Error {}

/**
 * Reads the templates of an assembly, those of stages and nested stacks too, whatever version of the CDK wrote it. It asks
 * for files one by one, so that callers may wait for them or not.
 *
 * @param folder the folder with manifest.json
 * @param only the files of templates to read; all of them when nothing is said
 * @param seen the folders that were read already: one may name itself
 */
export function* readAssembly(
  folder: string,
  only?: readonly string[],
  seen = new Set<string>(),
): FileRequests<AssemblyTemplate[]> {
  if (seen.has(normalize(folder))) {
    return [];
  }
  seen.add(normalize(folder));
  const manifest = parse(`${folder}/manifest.json`, yield `${folder}/manifest.json`);
  const templates: AssemblyTemplate[] = [];
  for (const [id, given] of Object.entries(asObject(manifest.artifacts) ?? {})) {
    const artifact = asObject(given) ?? {};
    const { templateFile, directoryName } = asObject(artifact.properties) ?? {};
    if (artifact.type === 'cdk:cloud-assembly' && typeof directoryName === 'string') {
      templates.push(...(yield* readAssembly(`${folder}/${directoryName}`, only, seen)));
    } else if (artifact.type === 'aws:cloudformation:stack' && typeof templateFile === 'string') {
      const file = `${folder}/${templateFile}`;
      if (only === undefined || only.includes(file)) {
        const about = yield* aboutStack(folder, id, artifact);
        templates.push(...(yield* readTemplates(folder, file, about, new Set())));
      }
    }
  }
  return templates;
}

/** Reads a single template, of which nothing more is known. */
export function readTemplate(file: string, text: string): AssemblyTemplate {
  const acknowledgements = new Acknowledgements({});
  return { file, text, template: new CloudFormationTemplate(parse(file, text)), stack: file, acknowledgements };
}

interface StackFacts {
  readonly stack: string;
  readonly region?: string;
  readonly acknowledgements: Acknowledgements;
  readonly paths: ReadonlyMap<string, string>;
}

function* aboutStack(folder: string, id: string, artifact: JsonObject): FileRequests<StackFacts> {
  const { additionalMetadataFile: file, displayName, environment } = artifact;
  const more = typeof file === 'string' ? yield `${folder}/${file}` : undefined;
  const metadata = {
    ...asObject(artifact.metadata),
    ...(more === undefined ? {} : parse(`${folder}/${String(file)}`, more)),
  };
  const region = /^aws:\/\/[^/]*\/([^/]+)$/.exec(typeof environment === 'string' ? environment : '')?.[1];
  return {
    stack: typeof displayName === 'string' ? displayName : id,
    region: region === 'unknown-region' ? undefined : region,
    acknowledgements: new Acknowledgements(metadata),
    paths: new Map(
      Object.entries(metadata).flatMap(([path, entries]) =>
        asList(entries).flatMap((entry): [string, string][] => {
          const { type, data } = asObject(entry) ?? {};
          return type === 'aws:cdk:logicalId' && typeof data === 'string' ? [[data, path.replace(/^\//, '')]] : [];
        }),
      ),
    ),
  };
}

/** A template, and those of the stacks that are nested in it. */
function* readTemplates(
  folder: string,
  file: string,
  about: StackFacts,
  seen: Set<string>,
): FileRequests<AssemblyTemplate[]> {
  const text = yield file;
  if (text === undefined) {
    throw new AssemblyError(`${file} cannot be read: it does not exist.`);
  }
  seen.add(file);
  const { paths, ...facts } = about;
  const template = new CloudFormationTemplate(parse(file, text), (id) => paths.get(id));
  const templates: AssemblyTemplate[] = [{ file, text, template, ...facts }];
  for (const { metadata, logicalId } of template.ofType('AWS::CloudFormation::Stack')) {
    const asset = metadata['aws:asset:path'];
    const nested = typeof asset === 'string' ? `${folder}/${asset}` : undefined;
    if (nested !== undefined && !seen.has(nested)) {
      // Logical ids are those of another template.
      const stack = `${about.stack}/${logicalId}`;
      templates.push(...(yield* readTemplates(folder, nested, { ...about, stack, paths: new Map() }, seen)));
    }
  }
  return templates;
}

function parse(file: string, text: string | undefined): JsonObject {
  if (text === undefined) {
    throw new AssemblyError(`${file} cannot be read: it does not exist.`);
  }
  try {
    const content = asObject(JSON.parse(text) as unknown);
    if (content !== undefined) {
      return content;
    }
  } catch {
    // The message is the same.
  }
  throw new AssemblyError(`${file} cannot be read: it is not a JSON object.`);
}
