import { useRouter } from "@tanstack/react-router";
import { ChevronRight, Music, PencilLine, UsersRound } from "lucide-react";
import { PasswordField } from "@/components/PasswordField";
import { suggestUsername } from "@/components/suggestUsername";
import { Field } from "@/components/ui/Field";
import { t, tn } from "@/i18n";

export interface Draft {
  church_name: string;
  name: string;
  username: string;
  password: string;
}

interface StepProps {
  draft: Draft;
  errors: Record<string, string>;
  onChange: (change: Partial<Draft>) => void;
}

export function ChurchStep({ draft, errors, onChange }: StepProps) {
  return (
    <div className="form">
      <Field
        label={t("setup.church")}
        help={t("setup.church.help")}
        autoFocus
        required
        maxLength={100}
        autoComplete="organization"
        value={draft.church_name}
        onChange={(e) => onChange({ church_name: e.target.value })}
        error={errors.church_name}
      />
    </div>
  );
}

export function AccountStep({ draft, errors, onChange }: StepProps) {
  const own = draft.username !== suggestUsername(draft.name);
  return (
    <div className="form">
      <Field
        label={t("account.name")}
        autoFocus
        required
        maxLength={100}
        autoComplete="name"
        value={draft.name}
        error={errors.name}
        onChange={(e) => {
          const name = e.target.value;
          onChange(own ? { name } : { name, username: suggestUsername(name) });
        }}
      />
      <Field
        label={t("signin.username")}
        help={t("account.username.help")}
        required
        minLength={2}
        maxLength={60}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={draft.username}
        error={errors.username}
        onChange={(e) => onChange({ username: e.target.value })}
      />
      <PasswordField
        label={t("signin.password")}
        required
        names={[draft.name, draft.username, draft.church_name]}
        value={draft.password}
        error={errors.password}
        onChange={(e) => onChange({ password: e.target.value })}
      />
    </div>
  );
}

const ways = [
  { to: "/songs", icon: Music, name: "songs" },
  { to: "/people", icon: UsersRound, name: "people" },
  { to: "/songs/new", icon: PencilLine, name: "write" },
] as const;

export function SongsStep({ count }: { count: number }) {
  const router = useRouter();
  return (
    <>
      {count > 0 && <p className="lede">{tn("setup.songs.count", count)}</p>}
      <div className="ways">
        {ways.map((way) => (
          <button key={way.to} type="button" className="way" onClick={() => router.history.push(way.to)}>
            <way.icon className="i lg" aria-hidden />
            <span>
              <b>{t(`setup.way.${way.name}`)}</b>
              <span>{t(`setup.way.${way.name}.text`)}</span>
            </span>
            <ChevronRight className="i" aria-hidden />
          </button>
        ))}
      </div>
    </>
  );
}
