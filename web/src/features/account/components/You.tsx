import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { asProblem } from "@/api/problem";
import type { Session } from "@/api/types";
import { changeFailure } from "@/components/failure";
import { Avatar } from "@/components/ui/Bits";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { t } from "@/i18n";
import { useChangeName } from "../queries";

/** Who I am here: my name can be changed, the rest is told. */
export function You({ user }: { user: NonNullable<Session["user"]> }) {
  const save = useChangeName();
  const [name, setName] = useState(user.name);
  const error = save.error ? (asProblem(save.error).fields.name ?? changeFailure(save.error)) : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate(name.trim());
  }
  return (
    <div>
      <div className="who-me">
        <Avatar name={user.name} size="lg" />
        <div>
          <b>{user.username}</b>
          <p className="sub">{t(`role.${user.role}`)}</p>
          {user.profile_id && (
            <Link className="link" to="/people/$profileId" params={{ profileId: user.profile_id }} search={{}}>
              {t("account.songs")}
            </Link>
          )}
        </div>
      </div>
      <form className="form" onSubmit={submit}>
        <Field
          label={t("account.name")}
          required
          maxLength={100}
          autoComplete="name"
          value={name}
          onChange={(e) => setName(e.target.value)}
          error={error}
        />
        <div className="form-foot">
          <Button type="submit" disabled={name.trim() === user.name} busy={save.isPending && t("action.saving")}>
            {t("action.save")}
          </Button>
        </div>
      </form>
    </div>
  );
}
