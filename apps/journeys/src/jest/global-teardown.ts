import { rmSync } from 'node:fs';
// Jest loads this file outside of its module system, so the source loader brings TypeScript.
import '../../../../.config/source-loader.mjs';

export default async function teardown(): Promise<void> {
  const folder = process.env['ATTUNE_JOURNEYS_FOLDER'];
  if (folder === undefined) return;
  const { stopShared } = await import('../platform/shared-platform.ts');
  await stopShared(folder);
  rmSync(folder, { recursive: true, force: true });
}
