import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { updaterFixture } from '../helpers/ecs-updater';
import { statementsOf } from '../helpers/readable';

/** One action, and what limits it. */
interface Right {
  readonly action: string;
  readonly anyResource: boolean;
  readonly conditions: string[];
}

/** A row of the table in the README. */
interface Row {
  readonly right: string;
  readonly template: string;
  readonly here: string;
}

/** The rights in the CloudFormation template of the makers, 0.2.3, with those of its managed policy. */
const TEMPLATE: Right[] = [
  ...rightsOf(['ecs:ListContainerInstances']),
  ...rightsOf(
    ['ecs:DescribeContainerInstances', 'ecs:ListTasks', 'ecs:UpdateContainerInstancesState', 'ecs:DescribeTasks'],
    '*',
    ['ecs:cluster'],
  ),
  ...rightsOf(['ssm:SendCommand', 'ssm:GetCommandInvocation', 'logs:CreateLogGroup']),
  ...rightsOf(['ec2:DescribeInstanceStatus'], '*'),
  ...rightsOf(['ecs:RunTask', 'iam:PassRole'], '', ['ecs:cluster']),
  ...rightsOf(['logs:CreateLogStream', 'logs:PutLogEvents', ...pulling()], '*'),
];

/** What the template has and the construct has not, and why it does without. */
const DONE_WITHOUT: Record<string, string> = {
  'logs:CreateLogGroup': 'the log group is a resource',
  ...Object.fromEntries(pulling().map((action) => [action, 'Amazon ECR Public needs no rights'])),
};

function pulling(): string[] {
  const actions = ['GetAuthorizationToken', 'BatchCheckLayerAvailability', 'GetDownloadUrlForLayer', 'BatchGetImage'];
  return actions.map((action) => `ecr:${action}`);
}

function rightsOf(actions: string[], resource: unknown = '', conditions: string[] = []): Right[] {
  return actions.map((action) => ({ action, anyResource: resource === '*', conditions }));
}

/** What the roles of an updater may really do. */
function actualRights(): Right[] {
  const { stack } = updaterFixture();
  const roles = ['UpdaterTaskRole', 'UpdaterExecutionRole', 'UpdaterScheduleRole'];
  return roles
    .flatMap((role) => statementsOf(stack, role))
    .flatMap(({ Action, Resource, Condition }) => {
      const keys = Object.values((Condition ?? {}) as Record<string, object>).flatMap((test) => Object.keys(test));
      // The tag is part of the key.
      const conditions = keys.map((key) => key.replace(/\/.*/, ''));
      return rightsOf([Action].flat() as string[], Resource, conditions);
    });
}

function readRows(): Row[] {
  const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8').split('\n');
  const start = readme.findIndex((line) => /^\| Right +\| Template/.test(line));
  const end = readme.indexOf('', start);
  return readme.slice(start + 2, end).map((line) => {
    const [right, template, here] = line.split('|').slice(1, 4);
    const cell = here!.trim() === 'the same' ? template! : here!;
    return { right: right!.trim(), template: template!.trim(), here: cell.trim() };
  });
}

/** The rights that a cell of the table tells of. */
function rightsIn({ right }: Row, cell: string): Right[] {
  const actions = [...right.matchAll(/`(\w+:\w+)`/g)].map(([, action]) => action!);
  const conditions = [...cell.matchAll(/condition `([\w:]+)`/g)].map(([, key]) => key!);
  return cell === 'nothing' ? [] : rightsOf(actions, cell.startsWith('`*`') ? '*' : '', conditions);
}

const sorted = (rights: Right[]) => rights.map((right) => JSON.stringify(right)).sort();

const rows = readRows();
const actual = actualRights();

test('the README says what the updater may do', () => {
  expect(sorted(rows.flatMap((row) => rightsIn(row, row.here)))).toEqual(sorted(actual));
});

test('the README says what the template of the makers allows', () => {
  // One row for the documents, one for the instances; what concerns images is one row in words.
  const told = new Set(sorted(rows.flatMap((row) => rightsIn(row, row.template))));
  const expected = TEMPLATE.filter(({ action }) => !pulling().includes(action));
  expect([...told]).toEqual(sorted(expected));
});

test('nothing that the updater needs is missing', () => {
  const allowed = actual.map(({ action }) => action);
  const missing = TEMPLATE.map(({ action }) => action).filter((action) => !allowed.includes(action));
  expect(missing.sort()).toEqual(Object.keys(DONE_WITHOUT).sort());
});

test('nothing is allowed that the template does not allow, and nothing is wider', () => {
  for (const { action, anyResource, conditions } of actual) {
    const theirs = TEMPLATE.find((right) => right.action === action);
    expect(theirs).toBeDefined();
    expect(!anyResource || theirs!.anyResource).toBe(true);
    expect(conditions.length).toBeGreaterThanOrEqual(theirs!.conditions.length);
  }
});
