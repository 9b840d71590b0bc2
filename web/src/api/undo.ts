import { api } from "./client";
import { announce } from "./live";

/** Takes a change back. Give the id from the answer's `changeId`. */
export async function undoChange(id: string) {
  await api.post("/api/changes/{id}/undo", { path: { id } });
  announce({ type: "many" });
}
