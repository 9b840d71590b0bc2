import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { type FormEvent, type ReactNode, useId, useRef } from "react";
import { asProblem } from "@/api/problem";
import { changeFailure } from "@/components/failure";
import { focusInvalid } from "@/components/focusInvalid";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Field, Select } from "@/components/ui/Field";
import { t } from "@/i18n";
import { profilesQuery } from "../queries";

/** A dialog that saves: what was refused stands at its field, or at the top when no field is to blame. */
export function FormDialog(props: {
  title: string;
  save: string;
  busy: boolean;
  error: unknown;
  children: (errors: Record<string, string>) => ReactNode;
  onSave: (refused: () => void) => void;
  onClose: () => void;
}) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const errors = props.error ? asProblem(props.error).fields : {};
  const problem = props.error && Object.keys(errors).length === 0 ? changeFailure(props.error) : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSave(() => focusInvalid(form.current));
  }
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("action.cancel")}</Button>
          <Button type="submit" form={id} look="pri" busy={props.busy && t("action.saving")}>
            {props.save}
          </Button>
        </>
      }
    >
      <form id={id} ref={form} className="form" onSubmit={submit}>
        {problem && (
          <p className="help bad" role="alert">
            <CircleAlert className="i sm" aria-hidden />
            {problem}
          </p>
        )}
        {props.children(errors)}
      </form>
    </Dialog>
  );
}

export interface Names {
  name: string;
  username: string;
  profile_id: string;
}

export function NameFields({
  value,
  errors,
  onName,
  onChange,
}: {
  value: Names;
  errors: Record<string, string>;
  onName: (name: string) => void;
  onChange: (change: Partial<Names>) => void;
}) {
  return (
    <>
      <Field
        label={t("users.name")}
        required
        maxLength={100}
        autoComplete="off"
        value={value.name}
        error={errors.name}
        onChange={(e) => onName(e.target.value)}
      />
      <Field
        label={t("signin.username")}
        help={t("account.username.help")}
        required
        minLength={2}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value.username}
        error={errors.username}
        onChange={(e) => onChange({ username: e.target.value })}
      />
      <PersonSelect
        value={value.profile_id}
        error={errors.profile_id}
        onChange={(profile_id) => onChange({ profile_id })}
      />
    </>
  );
}

/** The person whose list is this account's own. */
function PersonSelect({ value, error, onChange }: { value: string; error?: string; onChange: (id: string) => void }) {
  const people = useQuery(profilesQuery).data;
  const free = people?.filter((one) => !one.user_id || one.id === value) ?? [];
  const known = value === "" || free.some((one) => one.id === value);
  return (
    <Select
      label={t("users.person")}
      help={t("users.person.help")}
      value={value}
      error={error}
      options={[
        { value: "", label: t("users.person.none") },
        ...(known ? [] : [{ value, label: t("users.person.kept") }]),
        ...free.map((one) => ({ value: one.id, label: one.name })),
      ]}
      onChange={onChange}
    />
  );
}
