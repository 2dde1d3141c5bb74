import { CalculateRevenueV2Document } from '../documents.ts';
import { route } from '../route.ts';
import { CalculateRevenueRequest } from './bodies.ts';
import { calculationInBody, toCalculation } from './inputs.ts';
import { toRevenueInfo } from './shapes.ts';

export const revenueRoutes = [
  route({
    operation: 'calculateRevenueV2',
    method: 'POST',
    path: '/v2/revenue_calculator',
    body: CalculateRevenueRequest,
    document: CalculateRevenueV2Document,
    inBody: calculationInBody,
    variables: ({ body }) => ({ input: toCalculation(body) }),
    answer: ({ currency, revenueInfo }, { body }) =>
      currency === null ? null : { currency, revenueInfo: revenueInfo.map((info) => toRevenueInfo(info, body.pricePlanDetailsConfig)) },
  }),
];
