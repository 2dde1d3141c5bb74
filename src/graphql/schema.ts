import './scalars.ts';
import './errors.ts';
import './customer.ts';
import './account.ts';
import './node.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema({ sortSchema: true });
