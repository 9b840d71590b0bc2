import { Check, CircleAlert, CircleDashed, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { t, tn } from "@/i18n";
import { type Strength, shortest, strengthOf } from "./passwordStrength";
import { Field, type FieldProps } from "./ui/Field";

const looks = {
  short: { icon: CircleDashed, className: "stat wait" },
  guessable: { icon: CircleAlert, className: "stat warn" },
  good: { icon: Check, className: "stat ok" },
  strong: { icon: Check, className: "stat ok" },
};

function words(strength: Exclude<Strength, "none">, password: string): string {
  if (strength === "short") return tn("password.short", shortest - [...password].length);
  return t(`password.${strength}`);
}

function StrengthWords({ password, names }: { password: string; names: string[] }) {
  const strength = strengthOf(password, names);
  const look = strength === "none" ? undefined : looks[strength];
  return (
    <p className="help" role="status">
      {look && strength !== "none" ? (
        <span className={look.className}>
          <look.icon className="i" aria-hidden />
          {words(strength, password)}
        </span>
      ) : (
        t("password.rule", { count: shortest })
      )}
    </p>
  );
}

/** A password that can be shown. With `names` it is a new one, and words tell how good it is. */
export function PasswordField({ names, ...rest }: FieldProps & { value: string; names?: string[] }) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="fieldset">
      <Field
        autoComplete={names ? "new-password" : "current-password"}
        {...rest}
        type={shown ? "text" : "password"}
        spellCheck={false}
        autoCapitalize="off"
        after={
          <button
            type="button"
            className="clr"
            aria-pressed={shown}
            aria-label={t("password.show")}
            onClick={() => setShown(!shown)}
          >
            <Icon className="i" aria-hidden />
          </button>
        }
      />
      {names && !rest.error && <StrengthWords password={rest.value} names={names} />}
    </div>
  );
}
