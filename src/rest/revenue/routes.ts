import { CalculateRevenueV2Document } from '../documents.ts';
import { route } from '../route.ts';
import { CalculateRevenueRequest } from './bodies.ts';
import { calculationInBody, toCalculation } from './inputs.ts';
import { ownerOf, toRevenueInfo } from './shapes.ts';

export const revenueRoutes = [
  route({
    operation: 'calculateRevenueV2',
    method: 'POST',
    path: '/v2/revenue_calculator',
    body: CalculateRevenueRequest,
    document: CalculateRevenueV2Document,
    inBody: calculationInBody,
    variables: ({ body }) => ({ input: toCalculation(body) }),
    answer: ({ currency, source, revenueInfo }, { body }) => {
      const owner = ownerOf(source, body.pricePlanDetailsConfig);
      return currency === null ? null : { currency, revenueInfo: revenueInfo.map((info) => toRevenueInfo(info, owner)) };
    },
  }),
];
