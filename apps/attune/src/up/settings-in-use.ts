import { readSettings, type Settings } from '../settings.ts';
import { runningUp } from './run-record.ts';

/** For whoever joins: without PORT, that of the platform which runs from this home, wherever it was started. */
export async function settingsInUse(env: NodeJS.ProcessEnv = process.env): Promise<Settings> {
  const settings = readSettings(env);
  if (env['PORT']) return settings;
  const running = await runningUp(settings.home);
  return running ? readSettings({ ...env, PORT: new URL(running.url).port || '80' }) : settings;
}
