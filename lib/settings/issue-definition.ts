import type { IssueSeverity } from './issue';

/** What is true of every issue with a code. */
export interface IssueDefinition {
  readonly severity: IssueSeverity;
  readonly title: string;
  readonly fix: string;
}
