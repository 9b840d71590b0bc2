import { type FormEvent, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import { changeFailure } from "@/components/failure";
import { focusInvalid } from "@/components/focusInvalid";
import { PasswordField } from "@/components/PasswordField";
import { Button } from "@/components/ui/Button";
import { t } from "@/i18n";
import { useChangePassword } from "../queries";

/** A new password for who knows the old one. */
export function PasswordForm({ names }: { names: string[] }) {
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const fields = change.error ? asProblem(change.error).fields : {};
  const other = change.error && !fields.current && !fields.new ? changeFailure(change.error) : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      { current, new: next },
      {
        onSuccess: () => {
          setCurrent("");
          setNext("");
        },
        onError: () => focusInvalid(form.current),
      },
    );
  }
  return (
    <form ref={form} className="form" onSubmit={submit}>
      <PasswordField
        label={t("account.password.current")}
        required
        value={current}
        onChange={(e) => setCurrent(e.target.value)}
        error={fields.current}
      />
      <PasswordField
        label={t("account.password.new")}
        required
        names={names}
        value={next}
        onChange={(e) => setNext(e.target.value)}
        error={fields.new ?? other}
      />
      <div className="form-foot">
        <Button type="submit" disabled={!current || !next} busy={change.isPending && t("action.saving")}>
          {t("account.password.change")}
        </Button>
      </div>
    </form>
  );
}
