import type { Change } from "@/api/types";

export const kinds = ["song", "profile", "profile_song"] as const satisfies Change["entity"][];

/** What the page shows, in the address. History without a tab. */
export interface HistorySearch {
  tab?: "trash";
  entity?: Change["entity"];
}

export function parseHistorySearch(raw: Record<string, unknown>): HistorySearch {
  const entity = kinds.find((kind) => kind === raw.entity);
  return { ...(raw.tab === "trash" && { tab: "trash" as const }), ...(entity && { entity }) };
}
