import { type FormEvent, useId, useState } from "react";
import type { ProfileSong } from "@/api/types";
import { keysLike } from "@/components/musicKeys";
import { Button } from "@/components/ui/Button";
import { Check, Segments } from "@/components/ui/Choices";
import { Dialog } from "@/components/ui/Dialog";
import { Field, Select, TextArea } from "@/components/ui/Field";
import { keyLabel } from "@/components/ui/Key";
import { t } from "@/i18n";
import { type Entry, entryOf } from "../model";
import { CapoStepper } from "./KeyChoice";

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function keyOptions(row: ProfileSong) {
  const written = row.song.key ?? "";
  const own = row.preferred_key || written || "C";
  return [
    { value: "", label: written ? t("entry.key.written", { key: keyLabel(written) }) : t("key.none") },
    ...keysLike(own).map((key) => ({ value: key, label: keyLabel(key) })),
  ];
}

function EntryFields({
  row,
  draft,
  onChange,
}: {
  row: ProfileSong;
  draft: Entry;
  onChange: (change: Partial<Entry>) => void;
}) {
  return (
    <>
      <div className="two">
        <Select
          label={t("entry.key")}
          value={draft.preferred_key}
          options={keyOptions(row)}
          onChange={(preferred_key) => onChange({ preferred_key })}
        />
        <CapoStepper
          sounding={draft.preferred_key || row.song.key || ""}
          capo={draft.capo}
          onChange={(capo) => onChange({ capo })}
        />
      </div>
      <TextArea
        label={t("entry.notes")}
        help={t("entry.notes.help")}
        value={draft.notes}
        maxLength={10000}
        onChange={(e) => onChange({ notes: e.target.value })}
      />
      <div>
        <span className="label">{t("entry.status")}</span>
        <Segments
          label={t("entry.status")}
          value={draft.status}
          onChange={(status) => onChange({ status })}
          options={[
            { value: "ready", label: t("entry.ready") },
            { value: "learning", label: t("entry.learning") },
          ]}
        />
      </div>
      <Check label={t("entry.favourite")} checked={draft.favourite} onChange={(favourite) => onChange({ favourite })} />
      <Field
        label={t("entry.led")}
        type="date"
        max={today()}
        value={draft.last_led}
        onChange={(e) => onChange({ last_led: e.target.value })}
      />
    </>
  );
}

/** Everything a person notes about one song. */
export function EntryDialog(props: {
  row: ProfileSong;
  onSave: (change: Partial<Entry>) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState(() => entryOf(props.row));
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onSave(draft);
    props.onClose();
  }
  const actions = (
    <>
      <Button onClick={props.onClose}>{t("action.cancel")}</Button>
      <Button type="submit" form={id} look="pri">
        {t("action.save")}
      </Button>
    </>
  );
  return (
    <Dialog title={props.row.song.title} onClose={props.onClose} actions={actions}>
      <form id={id} className="form" onSubmit={submit}>
        <EntryFields row={props.row} draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      </form>
    </Dialog>
  );
}
