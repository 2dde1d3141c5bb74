import { changeable, fields, optional, parseEach, withChanges } from './fields.ts';
import { invalid, precondition } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';
import { parseChosenId, parseEmail, parseName, parseRemark, parseText } from './text.ts';

/** A postal address. A line that is unknown is `null`. */
export interface Address {
  readonly phoneNumber: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  /** An ISO 3166 code in upper case if it has two letters. A longer text is a name. */
  readonly country: string | null;
}

export const SETTING_TYPES = ['STRING', 'NUMERIC', 'JSON', 'JSON_LOGIC'] as const;

/** A named value that a caller attaches to a customer or an account. `dataType` determines the format of `value`. */
export interface Setting {
  readonly id: string;
  readonly value: string;
  readonly namespace: string;
  readonly name: string;
  readonly dataType: (typeof SETTING_TYPES)[number];
}

/** The details of a customer that can change: all except its ids. */
export interface CustomerDetails {
  readonly name: string;
  readonly primaryEmail: string;
  readonly address: Address;
}
export interface NewCustomer extends CustomerDetails {
  readonly customerId: string;
  readonly settings: readonly Setting[];
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null | undefined };
export type AddressInput = Nullable<Address>;
export type NewCustomerInput = Omit<NewCustomer, 'address' | 'settings'> & {
  readonly address: AddressInput;
  readonly settings?: readonly Setting[] | null | undefined;
};
export type CustomerChangesInput = Nullable<Omit<CustomerDetails, 'address'>> & { readonly address?: AddressInput | null | undefined };

const NAME = { min: 3, max: 255 };
const MAX_SETTINGS = 10;
const SETTING_VALUE_LENGTH = 4_096;
const ADDRESS_LENGTHS = { phoneNumber: 32, line1: 255, line2: 255, postalCode: 20, city: 100, state: 100, country: 100 };

/** Parses a new customer (README, "Customers and accounts"). */
export function parseNewCustomer(input: NewCustomerInput): Result<NewCustomer> {
  return fields<NewCustomer>({
    customerId: parseChosenId(input.customerId),
    name: parseCustomerName(input.name),
    primaryEmail: parseEmail(input.primaryEmail),
    address: parseAddress(input.address),
    settings: optional(input.settings, [], parseSettings),
  });
}

/** Returns the customer after an update. An omitted field keeps its value. Name, e-mail and address cannot be cleared. */
export function changeCustomer<T extends CustomerDetails>(before: T, input: CustomerChangesInput): Result<T> {
  const changes = fields<{ [K in keyof CustomerDetails]: CustomerDetails[K] | undefined }>({
    name: changeable(input.name, parseCustomerName),
    primaryEmail: changeable(input.primaryEmail, parseEmail),
    address: changeable(input.address, parseAddress),
  });
  return changes.ok ? ok(withChanges<T, CustomerDetails>(before, changes.value)) : changes;
}

/** Checks that a customer can be archived. Refuses with CUSTOMER_HAS_ACCOUNTS, naming the accounts, if any account is not archived. */
export function archiveCustomer(accounts: readonly { readonly accountId: string; readonly status: string }[]): Result<undefined> {
  const open = accounts.filter((account) => account.status !== 'ARCHIVED').map((account) => `"${account.accountId}"`);
  if (open.length === 0) return ok();
  return refuse(
    precondition('CUSTOMER_HAS_ACCOUNTS', `The customer has accounts that are not archived: ${open.join(', ')}. Archive them first.`, [
      'customerId',
    ]),
  );
}

/** Refuses to erase a customer that is not archived, because contracts need its data and callers could write it again. */
export function requireErasable({ status }: { readonly status: 'ACTIVE' | 'ARCHIVED' }): Result<undefined> {
  if (status === 'ARCHIVED') return ok();
  const message = 'The customer is not archived. Archive its accounts and then the customer: what is in use cannot be erased.';
  return refuse(precondition('CUSTOMER_NOT_ARCHIVED', message, ['customerId']));
}

/** Parses the name of a customer or an account: 3 to 255 characters. */
export function parseCustomerName(value: string): Result<string> {
  return parseName(value, NAME);
}

/** Parses an address. An omitted or blank line is `null`: an update replaces the whole address. */
export function parseAddress(input: AddressInput): Result<Address> {
  const line = (name: keyof typeof ADDRESS_LENGTHS) =>
    optional(input[name], null, (value) => parseRemark(value, { max: ADDRESS_LENGTHS[name] }));
  return fields<Address>({
    phoneNumber: line('phoneNumber'),
    line1: line('line1'),
    line2: line('line2'),
    postalCode: line('postalCode'),
    city: line('city'),
    state: line('state'),
    country: optional(input.country, null, parseCountry),
  });
}

/** The address as one text, as an invoice shows it. */
export function formatAddress(address: Address): string {
  const { line1, line2, postalCode, city, state, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [line1, line2, town, state, country].filter(Boolean).join(', ');
}

/** Parses at most 10 settings with distinct ids. Each value must have the format of its data type. */
export function parseSettings(settings: readonly Setting[]): Result<readonly Setting[]> {
  if (settings.length > MAX_SETTINGS) {
    return refuse(invalid(`At most ${MAX_SETTINGS} settings, not ${settings.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  const ids = settings.map((setting) => setting.id);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (twice >= 0) return refuse(invalid(`The setting "${ids[twice]}" is listed twice.`, [twice, 'id'], 'ALREADY_EXISTS'));
  return parseEach(settings, parseSetting);
}

function parseSetting(setting: Setting): Result<Setting> {
  return fields<Setting>({
    id: parseChosenId(setting.id),
    namespace: parseName(setting.namespace, { max: 50 }),
    name: parseName(setting.name, { max: 255 }),
    dataType: ok(setting.dataType),
    value: parseSettingValue(setting),
  });
}

function parseSettingValue({ dataType, value }: Setting): Result<string> {
  const text = parseText(value, { max: SETTING_VALUE_LENGTH, multiline: true });
  if (!text.ok || dataType === 'STRING') return text;
  if (dataType === 'NUMERIC') {
    return /^-?\d+(\.\d+)?$/.test(value) ? text : refuse(invalid(`"${value}" is not a number; write it as "12.5".`));
  }
  try {
    JSON.parse(value);
    return text;
  } catch {
    return refuse(invalid(`The value of a ${dataType} setting must be a JSON text.`));
  }
}

function parseCountry(value: string): Result<string | null> {
  const code = value.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return parseRemark(value, { max: ADDRESS_LENGTHS.country });
  const isCountry = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
  return isCountry ? ok(code) : refuse(invalid(`"${value}" is not an ISO 3166 country code, such as "DE".`));
}
