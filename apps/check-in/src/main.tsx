import { render } from 'preact';
import { CheckIn } from './check-in.tsx';
import './check-in.css';
import { sendWaiting } from './keep/send.ts';
import { forgetOld, takeKept } from './keep/tab.ts';
import { startWorker } from './offline/register.ts';

const root = document.getElementById('app');

async function show() {
  const start = await takeKept(window);
  const mine = start === null || start === 'sent' ? undefined : start.id;
  // A link that is opened over another one begins anew.
  if (root) render(<CheckIn key={mine ?? start} start={start} />, root);
  await forgetOld(Date.now(), mine);
  // Answers to another link that this device could not send before.
  await sendWaiting(mine);
}

void show();
startWorker();
// Another link in the same tab changes the fragment alone: the page is not loaded again.
window.addEventListener('hashchange', () => {
  if (window.location.hash.length > 1) void show();
});
