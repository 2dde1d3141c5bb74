import * as v from 'valibot';
import { answeredInstant, pageOf } from '../answer-fields.ts';

export const Alias = v.object({ value: v.string(), createdAt: answeredInstant });

export const AliasPaginatedResponse = pageOf(Alias);
