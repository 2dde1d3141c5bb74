import './style.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepFocus } from './focus.ts';
import { applyTheme } from './theme.ts';

applyTheme();
keepFocus(document.body);
const root = document.getElementById('console');
if (root) render(<App />, root);
