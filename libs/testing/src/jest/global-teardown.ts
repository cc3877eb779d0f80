export default async function teardown(): Promise<void> {
  await (globalThis as { attuneBacking?: { stop(): Promise<void> } }).attuneBacking?.stop();
}
