import { getRouteApi } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { ProblemState } from "@/components/ProblemState";
import { emptyDraft } from "./draft";
import { EditorPage } from "./EditorPage";
import { useKeptDraft } from "./useKeptDraft";

const route = getRouteApi("/shell/songs/new");

/** A song that is not stored yet. */
export default function NewScreen() {
  const { title } = route.useSearch();
  const session = useSession();
  const { ready, kept } = useKeptDraft("new");
  if (session && !session.may.create_songs)
    return <ProblemState error={Object.assign(new Error("POST /api/songs"), { status: 403 })} />;
  if (!ready || !session) return null;
  const base = emptyDraft();
  const first = title ? emptyDraft(title) : undefined;
  return <EditorPage key="new" start={{ id: "new", base, version: 0, kept, first }} />;
}
