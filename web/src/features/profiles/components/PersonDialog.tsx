import { useNavigate } from "@tanstack/react-router";
import { CircleAlert, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import type { Profile } from "@/api/types";
import { changeFailure } from "@/components/failure";
import { focusInvalid } from "@/components/focusInvalid";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { t } from "@/i18n";
import { changesOf, draftOf, type PersonDraft, useCreatePerson, useDeletePerson, useSavePerson } from "../person";
import { DisplayFields, PersonFields } from "./PersonFields";

function PersonForm(props: {
  title: string;
  start: PersonDraft;
  save: string;
  busy: boolean;
  error: unknown;
  problem?: string;
  left?: ReactNode;
  onSave: (draft: PersonDraft, refused: () => void) => void;
  onClose: () => void;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(props.start);
  const errors = props.error ? asProblem(props.error).fields : {};
  const problem =
    props.problem ?? (props.error && !Object.keys(errors).length ? changeFailure(props.error) : undefined);
  const fields = { draft, errors, onChange: (change: Partial<PersonDraft>) => setDraft({ ...draft, ...change }) };
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSave(draft, () => focusInvalid(form.current));
  }
  const actions = (
    <>
      {props.left}
      <Button onClick={props.onClose}>{t("action.cancel")}</Button>
      <Button type="submit" form={id} look="pri" busy={props.busy && t("action.saving")}>
        {props.save}
      </Button>
    </>
  );
  return (
    <Dialog title={props.title} onClose={props.onClose} actions={actions}>
      <form id={id} ref={form} className="form" onSubmit={submit}>
        {problem && (
          <p className="help bad" role="alert">
            <CircleAlert className="i sm" aria-hidden />
            {problem}
          </p>
        )}
        <PersonFields {...fields} />
        <DisplayFields {...fields} />
      </form>
    </Dialog>
  );
}

export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const create = useCreatePerson();
  const navigate = useNavigate();
  return (
    <PersonForm
      title={t("person.new")}
      start={draftOf()}
      save={t("action.add")}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSave={(draft, refused) =>
        create.mutate(draft, {
          onSuccess: ({ data }) =>
            void navigate({ to: "/people/$profileId", params: { profileId: data.id }, search: {} }),
          onError: refused,
        })
      }
    />
  );
}

/**
 * Only what was changed here is sent. When somebody else saved first, the dialog stays with what was typed, says so,
 * and the next press of Save puts these changes on top of theirs.
 */
export function EditPersonDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const save = useSavePerson();
  const remove = useDeletePerson();
  const navigate = useNavigate();
  const [stored] = useState(() => draftOf(profile));
  const problem = save.error ? asProblem(save.error) : undefined;
  const theirs = problem?.conflict ? (problem.current as Profile | undefined) : undefined;
  return (
    <PersonForm
      title={t("person.edit")}
      start={stored}
      save={t("action.save")}
      busy={save.isPending}
      error={save.error}
      problem={theirs && t("person.conflict", { name: theirs.name, does: theirs.instruments.join(", ") })}
      onClose={onClose}
      left={
        profile.may.delete && (
          <Button
            look="quiet"
            danger
            icon={Trash2}
            className="dlg-left"
            busy={remove.isPending && t("person.deleting")}
            onClick={() => remove.mutate(profile, { onSuccess: () => void navigate({ to: "/people", search: {} }) })}
          >
            {t("action.delete")}
          </Button>
        )
      }
      onSave={(draft, refused) => {
        const body = changesOf(draft, stored);
        if (Object.keys(body).length === 0) return onClose();
        const version = theirs?.version ?? profile.version;
        save.mutate({ id: profile.id, version, body }, { onSuccess: onClose, onError: refused });
      }}
    />
  );
}
