import { updaterFixture } from '../helpers/ecs-updater';
import { onlyResource, resourcesOf } from '../helpers/readable';

test('there is a document for each of the three commands, for instances of EC2 that run Linux', () => {
  const documents = Object.values(resourcesOf(updaterFixture().stack, 'AWS::SSM::Document'));
  const document = (description: string, command: string) => ({
    DocumentType: 'Command',
    TargetType: '/AWS::EC2::Instance',
    Content: {
      schemaVersion: '2.2',
      description: `Bottlerocket: ${description}`,
      mainSteps: [
        {
          action: 'aws:runShellScript',
          name: 'Run',
          precondition: { StringEquals: ['platformType', 'Linux'] },
          inputs: { timeoutSeconds: '1800', runCommand: [command] },
        },
      ],
    },
  });
  expect(documents).toEqual([
    document('is there an update?', 'apiclient update check'),
    document('apply the update', 'apiclient update apply'),
    document('reboot', 'apiclient reboot'),
  ]);
});

test('they have no names of their own, so that a change replaces them', () => {
  const documents = Object.values(resourcesOf(updaterFixture().stack, 'AWS::SSM::Document'));
  expect(documents.flatMap(({ Name, UpdateMethod }) => [Name, UpdateMethod])).toEqual(Array(6).fill(undefined));
});

test('the updater is told their names', () => {
  const { stack } = updaterFixture();
  const { ContainerDefinitions } = onlyResource(stack, 'AWS::ECS::TaskDefinition') as {
    ContainerDefinitions: [{ Command: string[] }];
  };
  expect(ContainerDefinitions[0].Command.slice(4)).toEqual([
    '-check-document',
    '<UpdaterCheckDocument4920CB67>',
    '-apply-document',
    '<UpdaterApplyDocumentB7D84BB2>',
    '-reboot-document',
    '<UpdaterRebootDocument5C9E9387>',
  ]);
});
