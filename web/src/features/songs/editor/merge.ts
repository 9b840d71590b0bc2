import { type DraftArrangement, type FactName, facts, type SongDraft, same } from "./draft";

export type Who = "both" | "mine" | "theirs";

/** One part of a song that two people left in different states. */
export interface Difference {
  /** A fact's name, or "chart:" or "arrangement:" and the arrangement's id. */
  part: string;
  label: FactName | "chart_text" | "arrangements";
  name?: string;
  who: Who;
  mine: string;
  theirs: string;
  /** Words that can be put together by hand. */
  text: boolean;
}

export type Choice = "mine" | "theirs" | { merged: string };

function whoChanged(base: unknown, mine: unknown, theirs: unknown): Who {
  if (same(base, mine)) return "theirs";
  return same(base, theirs) ? "mine" : "both";
}

/** A value as people read it. */
export function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join("\n");
  if (value && typeof value === "object") return Object.values(value).filter(Boolean).map(words).join(" ");
  return value === 0 || value === null || value === undefined ? "" : String(value);
}

function withoutChart(a: DraftArrangement | undefined) {
  if (!a) return undefined;
  const { chart_text: _, id: __, ...rest } = a;
  return rest;
}

function arrangementDifferences(base: SongDraft, mine: SongDraft, theirs: SongDraft): Difference[] {
  const ids = [...new Set([...mine.arrangements, ...theirs.arrangements].map((a) => a.id).filter(Boolean))];
  return ids.flatMap((id) => {
    const [b, m, t] = [base, mine, theirs].map((song) => song.arrangements.find((a) => a.id === id));
    const out: Difference[] = [];
    if (m && t && m.chart_text !== t.chart_text) {
      const who = whoChanged(b?.chart_text, m.chart_text, t.chart_text);
      out.push({
        part: `chart:${id}`,
        label: "chart_text",
        name: m.name,
        who,
        mine: m.chart_text,
        theirs: t.chart_text,
        text: true,
      });
    }
    const [bf, mf, tf] = [b, m, t].map(withoutChart);
    if (!same(mf, tf)) {
      const who = whoChanged(bf, mf, tf);
      const name = m?.name || t?.name;
      out.push({
        part: `arrangement:${id}`,
        label: "arrangements",
        name,
        who,
        mine: words(mf),
        theirs: words(tf),
        text: false,
      });
    }
    return out;
  });
}

/** Every part in which the two versions differ, and who of the two changed it since `base`. */
export function differences(base: SongDraft, mine: SongDraft, theirs: SongDraft): Difference[] {
  const plain = facts
    .filter((name) => !same(mine[name], theirs[name]))
    .map((name) => ({
      part: name,
      label: name,
      who: whoChanged(base[name], mine[name], theirs[name]),
      mine: words(mine[name]),
      theirs: words(theirs[name]),
      text: name === "notes",
    }));
  return [...arrangementDifferences(base, mine, theirs), ...plain];
}

/** What nobody needs to be asked about: a part that only one of the two changed is theirs who changed it. */
export function firstChoice(difference: Difference): Choice {
  return difference.who === "theirs" ? "theirs" : "mine";
}

function mergeArrangement(id: string, mine: SongDraft, theirs: SongDraft, choices: Record<string, Choice>) {
  const m = mine.arrangements.find((a) => a.id === id);
  const t = theirs.arrangements.find((a) => a.id === id);
  const facts =
    choices[`arrangement:${id}`] === "theirs" ? t : (choices[`arrangement:${id}`] ?? m) === "mine" ? m : (m ?? t);
  if (!facts) return [];
  const choice = choices[`chart:${id}`];
  const chart = typeof choice === "object" ? choice.merged : (choice === "theirs" ? t : m)?.chart_text;
  return [{ ...facts, chart_text: chart ?? facts.chart_text }];
}

/** The song that follows from the choices; a part without one is as in `mine`. */
export function merge(mine: SongDraft, theirs: SongDraft, choices: Record<string, Choice>): SongDraft {
  const merged: Record<string, unknown> = { ...mine };
  for (const name of facts) {
    const choice = choices[name];
    if (choice === "theirs") merged[name] = theirs[name];
    else if (typeof choice === "object") merged[name] = choice.merged;
  }
  const stored = [...new Set([...theirs.arrangements, ...mine.arrangements].map((a) => a.id).filter(Boolean))];
  const kept = stored.flatMap((id) => mergeArrangement(id, mine, theirs, choices));
  const added = mine.arrangements.filter((a) => !a.id);
  return { ...(merged as SongDraft), arrangements: [...kept, ...added] };
}
