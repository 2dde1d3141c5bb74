import { type App, newApp } from '../http/base.ts';

// No mirror, for a bundle whose size is compared with that of the whole Worker.

export const isOfMirror = (_path: string): boolean => false;

export const rest = (): App => newApp();
