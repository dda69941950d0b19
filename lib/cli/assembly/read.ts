import { AssemblyError, AssemblyTemplate, FileRequests, readAssembly, readTemplate } from '../../validation/assembly';
import { CommandFailure, CommandInput } from '../command';
import type { CliEnvironment } from '../environment';

/** The templates that a command is to look at. */
export async function templatesFor(input: CommandInput, environment: CliEnvironment): Promise<AssemblyTemplate[]> {
  const templates = await readAll(input.argument('cdk_out').replace(/(?<=.)[/\\]+$/, ''), environment);
  const wanted = input.text('stack');
  const chosen = wanted === undefined ? templates : templates.filter(({ stack }) => isNamed(stack, wanted));
  if (wanted !== undefined && chosen.length === 0) {
    const names = templates.map(({ stack }) => stack).join(', ');
    throw new CommandFailure(`There is no stack ${wanted}. There is: ${names === '' ? 'none' : names}.`);
  }
  return chosen;
}

async function readAll(path: string, environment: CliEnvironment): Promise<AssemblyTemplate[]> {
  try {
    if (await environment.exists(`${path}/manifest.json`)) {
      return await answer(readAssembly(path), environment);
    }
    if (path === '-' || /\.(?:json|template)$/.test(path)) {
      return [readTemplate(path, await textOf(path, environment))];
    }
  } catch (error) {
    throw error instanceof AssemblyError ? new CommandFailure(error.message) : error;
  }
  if (!(await environment.exists(path))) {
    throw new CommandFailure(
      `${path} does not exist. Run cdk synth first, and give the folder that it writes, cdk.out, or a template in JSON.`,
    );
  }
  if (/\.ya?ml$/.test(path)) {
    throw new CommandFailure(
      `${path} is not read: templates must be in JSON. Of an app, give the folder that cdk synth writes, cdk.out.`,
    );
  }
  throw new CommandFailure(
    `${path} is no assembly of the CDK: it holds no manifest.json. Give the folder that cdk synth writes, cdk.out, or a template in JSON.`,
  );
}

/** Reads the files that are asked for. */
async function answer<T>(requests: FileRequests<T>, environment: CliEnvironment): Promise<T> {
  let request = requests.next();
  while (request.done !== true) {
    const file = request.value;
    request = requests.next((await environment.exists(file)) ? await textOf(file, environment) : undefined);
  }
  return request.value;
}

async function textOf(file: string, environment: CliEnvironment): Promise<string> {
  return Buffer.from(await environment.readFile(file)).toString('utf8');
}

/** Stacks in stages are shown as Stage/Stack (Stage-Stack), nested stacks behind the one above. */
function isNamed(stack: string, wanted: string): boolean {
  const names = [stack, ...(/^(.+) \((.+)\)/.exec(stack)?.slice(1) ?? [])];
  return names.includes(wanted) || stack.startsWith(`${wanted}/`);
}
