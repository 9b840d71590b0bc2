import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { queryClient } from "@/api/queryClient";
import type { PersonPage, Profile, ProfileDisplay, ProfileKind } from "@/api/types";
import { undoChange } from "@/api/undo";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { t } from "@/i18n";

/** What the dialog about a person holds while it is open. */
export interface PersonDraft {
  name: string;
  kind: ProfileKind;
  instruments: string;
  notes: string;
  colour: string;
  display: Required<ProfileDisplay>;
}

const noDisplay = { notation: "", text_size: 0, columns: 0, words_only: false, theme: "" };

export function draftOf(profile?: Profile): PersonDraft {
  return {
    name: profile?.name ?? "",
    kind: profile?.kind ?? "singer",
    instruments: profile?.instruments.join(", ") ?? "",
    notes: profile?.notes ?? "",
    colour: profile?.colour ?? "",
    display: { ...noDisplay, ...profile?.display },
  };
}

export function instrumentsOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

type Body = Partial<Omit<PersonDraft, "instruments">> & { instruments?: string[] };

/** The fields that differ from what is stored, as the server wants them. */
export function changesOf(draft: PersonDraft, stored: PersonDraft): Body {
  const changed = (Object.keys(draft) as (keyof PersonDraft)[]).filter(
    (field) => JSON.stringify(draft[field]) !== JSON.stringify(stored[field]),
  );
  const body = Object.fromEntries(changed.map((field) => [field, draft[field]])) as Body;
  if (changed.includes("instruments")) body.instruments = instrumentsOf(draft.instruments);
  return body;
}

function keep(profile: Profile) {
  queryClient.setQueryData<PersonPage>(keys.profile(profile.id), (page) => page && { ...page, profile });
  queryClient.setQueryData<Profile[]>(keys.profiles, (all) =>
    all?.map((one) => (one.id === profile.id ? profile : one)),
  );
}

export function useCreatePerson() {
  return useMutation({
    mutationFn: (draft: PersonDraft) =>
      api.post("/api/profiles", { body: { ...draft, instruments: instrumentsOf(draft.instruments) } }),
    onSuccess: ({ data, changeId }) => {
      queryClient.setQueryData<PersonPage>(keys.profile(data.id), { profile: data, songs: [] });
      announce({ type: "profile", id: data.id, own: true }, { type: "account" });
      toast({ text: t("person.added", { name: data.name }), undo: () => undoChange(changeId) });
    },
  });
}

export function useSavePerson() {
  return useMutation({
    mutationFn: ({ id, version, body }: { id: string; version: number; body: Body }) =>
      api.patch("/api/profiles/{id}", { path: { id }, body, version }),
    onSuccess: ({ data, changeId }) => {
      keep(data);
      announce({ type: "profile", id: data.id, own: true });
      toast({
        text: t("person.saved", { name: data.name }),
        undo: changeId ? () => undoChange(changeId) : undefined,
      });
    },
  });
}

/** Moves a person with the list to the trash. */
export function useDeletePerson() {
  return useMutation({
    mutationFn: ({ id, version }: Profile) => api.delete("/api/profiles/{id}", { path: { id }, version }),
    onSuccess: ({ changeId }, { id, name }) => {
      queryClient.setQueryData<Profile[]>(keys.profiles, (all) => all?.filter((one) => one.id !== id));
      announce({ type: "profile", id, own: true, counted: true });
      toast({ text: t("person.deleted", { name }), undo: changeId ? () => undoChange(changeId) : undefined });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}
