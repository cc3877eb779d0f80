/** What the run's global setup put into the environment. */
export function runSetting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set: only *.int.spec.ts files run beside a real database and broker`);
  }
  return value;
}
