import { type Messages, messages } from "./en";

type PluralBase<K> = K extends `${infer Base}.other` ? Base : never;
export type MessageKey = keyof Messages;
export type PluralKey = PluralBase<MessageKey>;
export type Params = Record<string, string | number>;

const locale = typeof navigator === "undefined" ? "en" : navigator.language || "en";
const plurals = new Intl.PluralRules("en");

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The words for a key, with `{name}` places filled. */
export function t(key: MessageKey, params: Params = {}): string {
  return fill(messages[key], params);
}

/** The words for a number of things: keys `….one` and `….other`, with `{count}` in the reader's figures. */
export function tn(key: PluralKey, count: number, params: Params = {}): string {
  const form = plurals.select(count) === "one" ? "one" : "other";
  return fill(messages[`${key}.${form}` as MessageKey], { count: formatNumber(count), ...params });
}

/** Whether a name built at run time, such as `field.title`, has words. */
export function hasMessage(key: string): key is MessageKey {
  return key in messages;
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

export function formatTime(iso: string | number | Date): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(iso));
}

/** A date without its year when it is this year's. */
export function formatDate(iso: string | number | Date): string {
  const date = new Date(iso);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: sameYear ? undefined : "numeric",
  }).format(date);
}

export function formatDateTime(iso: string | number | Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** Seconds as 3:50. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
}
