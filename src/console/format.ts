/** The first day that is never reached. A period that ends there has no end. */
export const FOREVER = '9999-01-01';

const LOCALES = [...navigator.languages];
const DAY = new Intl.DateTimeFormat(LOCALES, { dateStyle: 'medium', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat(LOCALES, { month: 'short', timeZone: 'UTC' });
const MONTH_OF_YEAR = new Intl.DateTimeFormat(LOCALES, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat(LOCALES, { dateStyle: 'medium', timeStyle: 'short' });
const COMPACT = new Intl.NumberFormat(LOCALES, { notation: 'compact', maximumFractionDigits: 4 });
const NUMBER = new Intl.NumberFormat(LOCALES, { maximumFractionDigits: 20 });
const moneyFormats = new Map<string, Intl.NumberFormat>();

/** An amount and its currency, as the API answers them. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Returns a day in the words of the reader's locale. */
export const dayText = (day: string): string => DAY.format(Date.parse(day));

/** Returns the day before the end of a period, which the API gives as the first day after it. */
export const lastDayText = (endDate: string): string => DAY.format(Date.parse(endDate) - 1);

/** Returns a month in the words of the reader's locale, with its year in January. */
export const monthText = (day: string): string => (day.slice(5, 7) === '01' ? MONTH_OF_YEAR : MONTH).format(Date.parse(day));

/** Returns an instant in the words and the time zone of the reader. */
export const instantText = (instant: string): string => INSTANT.format(Date.parse(instant));

/** Returns a half-open period by its first and its last day. */
export const periodText = ({ startDate, endDate }: { readonly startDate: string; readonly endDate: string }): string =>
  endDate === FOREVER ? `from ${dayText(startDate)}` : DAY.formatRange(Date.parse(startDate), Date.parse(endDate) - 1);

/** Returns a decimal with the separators of the locale. It stays a text all the way, so no digit is lost. */
export const numberText = (decimal: string): string => (isNumeric(decimal) ? NUMBER.format(decimal) : decimal);

/**
 * Returns the decimal that somebody has typed, with the separators of the locale or as the API writes it: `4.500` is 4500 where numbers are
 * written so. `null`: it is none.
 */
export function decimalIn(text: string): string | null {
  const typed = text.trim().replace(/\s/g, SPACE);
  const plain = typed.split(GROUP).join('').replace(POINT, '.');
  if (isNumeric(plain) && (!typed.includes(GROUP) || NUMBER.format(plain) === typed)) return plain;
  return isNumeric(typed) ? typed : null;
}

const separatorOf = (type: Intl.NumberFormatPartTypes, otherwise: string): string =>
  NUMBER.formatToParts(12_345.5).find((part) => part.type === type)?.value ?? otherwise;
const [GROUP, POINT] = [separatorOf('group', ','), separatorOf('decimal', '.')];
/** Some locales group digits by a space that no key types. */
const SPACE = GROUP.trim() === '' ? GROUP : ' ';

/** Returns a number for the axis of a picture, such as `20M`. */
export const compactText = (number: number): string => COMPACT.format(number);

/** Returns an amount in its currency. `signed`: with a plus sign, for differences. */
export function moneyText({ amount, currency }: Amount, { signed = false } = {}): string {
  const key = `${currency} ${signed}`;
  const format = moneyFormats.get(key) ?? moneyFormat(currency, signed);
  moneyFormats.set(key, format);
  return isNumeric(amount) ? format.format(amount) : `${amount} ${currency}`;
}

const moneyFormat = (currency: string, signed: boolean): Intl.NumberFormat =>
  new Intl.NumberFormat(LOCALES, {
    style: 'currency',
    currency,
    maximumFractionDigits: 20,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });

/** Returns the name of an enum value or an operation as words: `PLAN_CHANGED` is `Plan changed`. */
export function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);
