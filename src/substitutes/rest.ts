import { Hono } from 'hono';
import type { AppEnv } from '../http/services.ts';

/** No mirror, for a bundle whose size is compared with that of the whole Worker. */
export const rest = new Hono<AppEnv>();
