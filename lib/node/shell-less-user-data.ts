import type { Resource } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { IssueCode } from '../settings';
import { issue, issuesError } from '../settings/report';

/**
 * User data of an OS that has no shell: the methods that add commands throw.
 *
 * @internal
 */
export abstract class ShellLessUserData extends ec2.UserData {
  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _commands commands
   */
  public override addCommands(..._commands: string[]): void {
    throw refusal('addCommands', 'Use addSettings, or a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _commands commands
   */
  public override addOnExitCommands(..._commands: string[]): void {
    throw refusal('addOnExitCommands', 'Use a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _params what to download
   */
  public override addS3DownloadCommand(_params: ec2.S3DownloadOptions): string {
    throw refusal('addS3DownloadCommand', 'Download the file in a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket has no shell.
   *
   * @param _params what to run
   */
  public override addExecuteFileCommand(_params: ec2.ExecuteFileOptions): void {
    throw refusal('addExecuteFileCommand', 'Run the program in a container in settings.bootstrapContainers.');
  }

  /**
   * Throws: Bottlerocket signals by itself when its settings say so.
   *
   * @param _resource the resource that waits for the signal
   */
  public override addSignalOnExitCommand(_resource: Resource): void {
    throw refusal(
      'addSignalOnExitCommand',
      'Use settings.cloudformation with shouldSignal, stackName and logicalResourceId.',
    );
  }
}

function refusal(method: string, fix: string): Error {
  const message = 'Bottlerocket has no shell to run commands in.';
  return issuesError([issue(IssueCode.SHELL_USER_DATA, { path: method, message, fix })]);
}
