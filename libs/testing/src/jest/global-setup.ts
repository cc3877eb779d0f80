// Jest loads this file outside of its module system, so the source loader brings TypeScript and `@attune/*`.
import '../../../../.config/source-loader.mjs';

export default async function setup(): Promise<void> {
  const { startBacking } = await import('./backing.ts');
  const backing = await startBacking();
  Object.assign(process.env, backing.env);
  (globalThis as { attuneBacking?: { stop(): Promise<void> } }).attuneBacking = backing;
}
