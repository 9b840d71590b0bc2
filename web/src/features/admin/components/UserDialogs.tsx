import { useState } from "react";
import type { Role, User } from "@/api/types";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { PasswordField } from "@/components/PasswordField";
import { suggestUsername } from "@/components/suggestUsername";
import { t } from "@/i18n";
import { type NewUser, roles, useAddUser, useChangeUser, useDeleteUser } from "../queries";
import { RoleWords } from "./RoleMenu";
import { FormDialog, NameFields } from "./UserForm";

const nobody: NewUser = { username: "", name: "", role: "member", profile_id: "", password: "" };

function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <fieldset className="roles">
      <legend className="label">{t("users.col.role")}</legend>
      {roles.map((role) => (
        <label key={role} className={role === value ? "on" : undefined}>
          <input type="radio" name="role" className="sr" checked={role === value} onChange={() => onChange(role)} />
          <span className={role === value ? "rad on" : "rad"} aria-hidden />
          <RoleWords role={role} />
        </label>
      ))}
    </fieldset>
  );
}

export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const add = useAddUser();
  const [draft, setDraft] = useState(nobody);
  const own = draft.username !== suggestUsername(draft.name);
  const set = (change: Partial<NewUser>) => setDraft({ ...draft, ...change });
  return (
    <FormDialog
      title={t("users.new")}
      save={t("action.add")}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onSave={(refused) => add.mutate(draft, { onSuccess: onClose, onError: refused })}
    >
      {(errors) => (
        <>
          <NameFields
            value={draft}
            errors={errors}
            onChange={set}
            onName={(name) => set(own ? { name } : { name, username: suggestUsername(name) })}
          />
          <RoleChoice value={draft.role} onChange={(role) => set({ role })} />
          <PasswordField
            label={t("users.password.first")}
            required
            names={[draft.name, draft.username]}
            value={draft.password}
            error={errors.password}
            onChange={(e) => set({ password: e.target.value })}
          />
          <p className="help">{t("users.password.tell")}</p>
        </>
      )}
    </FormDialog>
  );
}

export function EditUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const change = useChangeUser();
  const { name, username, profile_id } = user;
  const [draft, setDraft] = useState({ name, username, profile_id });
  return (
    <FormDialog
      title={t("users.edit")}
      save={t("action.save")}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSave={(refused) =>
        change.mutate(
          { user, body: draft, before: { name, username, profile_id }, told: t("users.saved", { name: draft.name }) },
          { onSuccess: onClose, onError: refused },
        )
      }
    >
      {(errors) => (
        <NameFields
          value={draft}
          errors={errors}
          onChange={(some) => setDraft({ ...draft, ...some })}
          onName={(next) => setDraft({ ...draft, name: next })}
        />
      )}
    </FormDialog>
  );
}

export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const change = useChangeUser();
  const [password, setPassword] = useState("");
  return (
    <FormDialog
      title={t("users.password.of", { name: user.name })}
      save={t("action.save")}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSave={(refused) =>
        change.mutate(
          { user, body: { password }, told: t("users.password.saved", { name: user.name }) },
          { onSuccess: onClose, onError: refused },
        )
      }
    >
      {(errors) => (
        <>
          <PasswordField
            label={t("account.password.new")}
            required
            names={[user.name, user.username]}
            value={password}
            error={errors.password}
            onChange={(e) => setPassword(e.target.value)}
          />
          <p className="help">{t("users.password.help")}</p>
        </>
      )}
    </FormDialog>
  );
}

export function DeleteUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const remove = useDeleteUser();
  return (
    <ConfirmDialog
      title={t("users.delete.title", { name: user.name })}
      understood={t("users.delete.sure")}
      action={t("users.delete")}
      busy={remove.isPending && t("users.deleting")}
      onClose={onClose}
      onConfirm={() => remove.mutate(user, { onSettled: onClose })}
    >
      <p>{t("users.delete.text")}</p>
    </ConfirmDialog>
  );
}
