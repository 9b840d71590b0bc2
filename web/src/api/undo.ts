import { api, route } from "./client";
import { announce } from "./live";
import type { Change } from "./types";

/** Takes a change back. Give the id from the answer's `changeId`. */
export async function undoChange(id: string) {
  await api.post<Change>(route`/api/changes/${id}/undo`);
  announce({ type: "many" });
}
