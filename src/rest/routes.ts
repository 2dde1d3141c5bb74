import { accountRoutes } from './account/routes.ts';
import { aliasRoutes } from './alias/routes.ts';
import { billableItemRoutes } from './billable-item/routes.ts';
import { customerRoutes } from './customer/routes.ts';
import { jobRoutes } from './job/routes.ts';
import { licenseRoutes } from './license/routes.ts';
import { pricePlanRoutes } from './price-plan/routes.ts';
import { pricingScheduleRoutes } from './pricing-schedule/routes.ts';
import { purchaseRoutes } from './purchase/routes.ts';
import { revenueRoutes } from './revenue/routes.ts';
import type { Route } from './route.ts';
import { scheduleRoutes } from './schedule/routes.ts';

/** Every operation that the mirror serves. */
export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...aliasRoutes,
  ...billableItemRoutes,
  ...customerRoutes,
  ...jobRoutes,
  ...licenseRoutes,
  ...pricePlanRoutes,
  ...pricingScheduleRoutes,
  ...purchaseRoutes,
  ...revenueRoutes,
  ...scheduleRoutes,
];
