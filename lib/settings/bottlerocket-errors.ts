import { BottlerocketIssue } from './issue';
import { issuesOf } from './report';

/**
 * Tells the errors of this library from others, and finds what they carry.
 */
export class BottlerocketErrors {
  /**
   * Whether an error was thrown by this library because something would not work on a Bottlerocket node.
   *
   * @param caught anything that was caught
   */
  public static isIssuesError(caught: any): boolean {
    return issuesOf(caught) !== undefined;
  }

  /**
   * All issues that an error of this library carries; an empty list for any other error.
   *
   * For JavaScript and TypeScript. In other languages jsii makes an exception of its own, which has the text only: there,
   * look for the code in the text.
   *
   * @param caught anything that was caught
   */
  public static issuesOf(caught: any): BottlerocketIssue[] {
    return issuesOf(caught) ?? [];
  }

  private constructor() {}
}
