import { seedWhenEmpty } from '../seed/seed-when-empty.ts';
import type { Settings } from '../settings.ts';
import { startPlatform } from './platform.ts';
import { runningUp } from './run-record.ts';
import { onStopSignal } from './signals.ts';

async function answers(settings: Settings): Promise<boolean> {
  try {
    const response = await fetch(`${settings.publicUrl}/health/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Does the work beside the platform that runs; starts one for the time being where none does. */
export async function withRunningPlatform<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  // One that is just starting, or runs at another port, is left to startPlatform, whose message names it.
  const here = settings.kafkaBrokers || (await runningUp(settings.home))?.url === settings.publicUrl;
  if (here && (await answers(settings))) return work();
  const stopping = new AbortController();
  const platform = await startPlatform(settings, {
    onStarting: (starting) =>
      onStopSignal(
        () => {
          stopping.abort();
          void starting.stop().then(() => process.exit(130));
        },
        () => void starting.kill().finally(() => process.exit(130)),
      ),
  });
  try {
    await seedWhenEmpty(settings, stopping.signal);
    return await work();
  } finally {
    await platform.stop();
  }
}
