/** A rule that adjusts the charges of a cycle; condition and computation are JSON logic as text. */
export interface PricingRule {
  readonly id: string;
  readonly name: string;
  /** Grows when the rule of this name is replaced by another content. */
  readonly version: number;
  readonly order: number;
  readonly invoiceTiming: 'IN_ADVANCE' | 'IN_ARREARS' | null;
  readonly condition: string | null;
  readonly computation: string;
  readonly action: {
    readonly type: 'ADD' | 'UPDATE';
    readonly target: string | null;
    readonly id: string | null;
    readonly description: string | null;
    readonly metadata: Readonly<Record<string, string>> | null;
  };
}
