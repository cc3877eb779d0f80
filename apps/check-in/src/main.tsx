import { render } from 'preact';
import { CheckIn } from './check-in.tsx';
import './check-in.css';
import { takeToken } from './token.ts';

const root = document.getElementById('app');

function show() {
  const token = takeToken(window);
  // A link that is opened over another one begins anew.
  if (root) render(<CheckIn key={token} token={token} />, root);
}

show();
// Another link in the same tab changes the fragment alone: the page is not loaded again.
window.addEventListener('hashchange', () => {
  if (window.location.hash.length > 1) show();
});
