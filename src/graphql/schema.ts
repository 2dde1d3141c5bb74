import './scalars.ts';
import './errors.ts';
import './customer.ts';
import './account.ts';
import './billable-item.ts';
import './billable-item-mutations.ts';
import './rate-card-families.ts';
import './price-plan.ts';
import './price-plan-mutations.ts';
import './schedule.ts';
import './draft.ts';
import './schedule-mutations.ts';
import './node.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema({ sortSchema: true });
