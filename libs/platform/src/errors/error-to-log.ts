/** An error whose message holds nothing that somebody wrote, so that it may stand in a log. */
export class ErrorToLog extends Error {
  override readonly name = 'ErrorToLog';
}
