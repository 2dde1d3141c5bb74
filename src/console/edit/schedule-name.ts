import { periodText } from '../format.ts';

interface Named {
  readonly startDate: string;
  readonly endDate: string;
  readonly pricePlanVersion: { readonly name: string; readonly version: number };
}

/** Returns the name of a schedule among others: its plan and its days. */
export const scheduleName = ({ pricePlanVersion: { name, version }, ...period }: Named): string =>
  `${name} v${version}, ${periodText(period)}`;
