import { ListPlus, Tag, Trash2, X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Popover } from "@/components/ui/Popover";
import { t, tn } from "@/i18n";
import { AddToList } from "../AddToList";
import { useBulk } from "../queries";

export interface BulkBarProps {
  picked: string[];
  mayDelete: boolean;
  onAll: () => void;
  onDone: () => void;
  onDeleted: () => void;
}

function TagForm({ onTag }: { onTag: (name: string) => void }) {
  const [name, setName] = useState("");
  return (
    <form
      className="pop-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onTag(name.trim());
      }}
    >
      <Field label={t("bulk.tag.name")} value={name} maxLength={80} onChange={(e) => setName(e.target.value)} />
      <Button look="pri" type="submit" disabled={!name.trim()}>
        {t("bulk.tag.add")}
      </Button>
    </form>
  );
}

/** What can be done with the picked songs, each with Undo. */
export function BulkBar({ picked, mayDelete, onAll, onDone, onDeleted }: BulkBarProps) {
  const bulk = useBulk();
  const count = picked.length;
  function remove() {
    bulk.mutate({ song_ids: picked, action: "delete", told: tn("bulk.deleted", count) }, { onSuccess: onDeleted });
  }
  function tag(name: string) {
    const told = tn("bulk.tagged", count, { tag: name });
    bulk.mutate({ song_ids: picked, action: "add_tags", tags: [{ group: "theme", name }], told });
  }
  return (
    <div className="bulk" role="toolbar" aria-label={t("bulk.label")}>
      <span className="grow" role="status">
        {tn("bulk.count", count)}
      </span>
      {count === 0 && (
        <Button look="quiet" onClick={onAll}>
          {t("bulk.all")}
        </Button>
      )}
      {count > 0 && (
        <>
          <AddToList
            songIds={picked}
            title={tn("bulk.songs", count)}
            button={(props) => <IconButton {...props} icon={ListPlus} label={t("bulk.list")} />}
          />
          <Popover
            label={t("bulk.tag")}
            className="menu"
            end
            button={(props) => <IconButton {...props} icon={Tag} label={t("bulk.tag")} />}
          >
            {(close) => (
              <TagForm
                onTag={(name) => {
                  close();
                  tag(name);
                }}
              />
            )}
          </Popover>
          {mayDelete && <IconButton icon={Trash2} danger label={t("action.delete")} onClick={remove} />}
        </>
      )}
      <IconButton icon={X} label={t("bulk.stop")} onClick={onDone} />
    </div>
  );
}
