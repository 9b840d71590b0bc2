import type { Profile } from "@/api/types";
import { hasMessage, t } from "@/i18n";

function facts({ display }: Profile): { label: string; value: string }[] {
  const named = (key: string) => (hasMessage(key) ? t(key) : "");
  return [
    {
      label: t("display.notation"),
      value: display.words_only ? t("display.words") : named(`display.notation.${display.notation}`),
    },
    { label: t("display.text"), value: named(`display.text.${display.text_size}`) },
    { label: t("display.columns"), value: named(`display.columns.${display.columns}`) },
    { label: t("display.theme"), value: named(`display.theme.${display.theme}`) },
  ].filter((fact) => fact.value);
}

/** What else is known of a person. */
export function PersonAside({ profile }: { profile: Profile }) {
  const display = facts(profile);
  if (!profile.notes && display.length === 0) return null;
  return (
    <aside className="ppl-aside no-print">
      {profile.notes && (
        <section>
          <h2>{t("person.notes")}</h2>
          <p className="note">{profile.notes}</p>
        </section>
      )}
      {display.length > 0 && (
        <section>
          <h2>{t("person.display")}</h2>
          <dl className="kv2">
            {display.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd className="sub">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  );
}
