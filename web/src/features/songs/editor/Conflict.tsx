import { useMemo, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Segments } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { TextArea } from "@/components/ui/Field";
import { t } from "@/i18n";
import type { SongDraft } from "./draft";
import { type Choice, type Difference, differences, firstChoice, merge } from "./merge";

export interface ConflictProps {
  base: SongDraft;
  mine: SongDraft;
  theirs: SongDraft;
  busy: boolean;
  onPublish: (merged: SongDraft) => void;
  onClose: () => void;
}

const whoWords = { both: "conflict.both", mine: "conflict.only_mine", theirs: "conflict.only_theirs" } as const;

/** The lines of a text; those that the other text lacks are marked. */
function Text({ text, other, label, chosen }: { text: string; other: string; label: string; chosen: boolean }) {
  const known = new Set(other.split("\n"));
  return (
    <div className={chosen ? "side-text on" : "side-text"}>
      <h4>{label}</h4>
      <pre>
        {text
          ? text.split("\n").map((line, i) => (
              <span key={i} className={known.has(line) ? undefined : "differs"}>
                {line}
                {"\n"}
              </span>
            ))
          : t("revisions.nothing")}
      </pre>
    </div>
  );
}

type Mode = "mine" | "theirs" | "merged";

function modeOf(choice: Choice): Mode {
  return typeof choice === "object" ? "merged" : choice;
}

function Part({ d, choice, onChoose }: { d: Difference; choice: Choice; onChoose: (choice: Choice) => void }) {
  const options: { value: Mode; label: string }[] = [
    { value: "mine", label: t("conflict.keep.mine") },
    { value: "theirs", label: t("conflict.keep.theirs") },
  ];
  if (d.text) options.push({ value: "merged", label: t("conflict.merge") });
  const name = [t(`field.${d.label}`), d.name].filter(Boolean).join(": ");
  return (
    <section className="conflict-part">
      <div className="row wrap">
        <h3 className="h-sec">{name}</h3>
        <span className="muted grow">{t(whoWords[d.who])}</span>
        <Segments
          label={name}
          value={modeOf(choice)}
          options={options}
          onChange={(mode) => onChoose(mode === "merged" ? { merged: d.mine } : mode)}
        />
      </div>
      <div className="sides">
        <Text text={d.mine} other={d.theirs} label={t("conflict.mine")} chosen={choice === "mine"} />
        <Text text={d.theirs} other={d.mine} label={t("conflict.theirs")} chosen={choice === "theirs"} />
      </div>
      {typeof choice === "object" && (
        <TextArea
          label={t("conflict.merged")}
          rows={12}
          className="merge-text"
          value={choice.merged}
          onChange={(e) => onChoose({ merged: e.target.value })}
        />
      )}
    </section>
  );
}

/** Both versions side by side, a choice for each part, and nothing won in silence. */
export function Conflict({ base, mine, theirs, busy, onPublish, onClose }: ConflictProps) {
  const parts = useMemo(() => differences(base, mine, theirs), [base, mine, theirs]);
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const choices = Object.fromEntries(parts.map((d) => [d.part, chosen[d.part] ?? firstChoice(d)]));
  return (
    <Dialog
      title={t("conflict.title")}
      onClose={onClose}
      wide
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            look="pri"
            busy={busy && t("editor.publishing")}
            onClick={() => onPublish(merge(mine, theirs, choices))}
          >
            {t("conflict.publish")}
          </Button>
        </>
      }
    >
      <p className="sub">{parts.length ? t("conflict.text") : t("conflict.none")}</p>
      {parts.map((d) => (
        <Part
          key={d.part}
          d={d}
          choice={choices[d.part] ?? "mine"}
          onChoose={(choice) => setChosen({ ...chosen, [d.part]: choice })}
        />
      ))}
    </Dialog>
  );
}
