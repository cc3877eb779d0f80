import { render } from 'preact';
import { CheckIn } from './check-in.tsx';
import './check-in.css';
import { takeToken } from './token.ts';

const root = document.getElementById('app');
if (root) render(<CheckIn token={takeToken(window)} />, root);
