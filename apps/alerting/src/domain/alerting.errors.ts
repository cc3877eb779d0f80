/** An action that the alert's present state does not allow. */
export class AlertActionRefused extends Error {
  override readonly name = 'AlertActionRefused';
  constructor(
    readonly action: string,
    readonly status: string,
  ) {
    super(`cannot ${action} an alert that is ${status}`);
  }
}
